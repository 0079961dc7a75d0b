import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { check } from '../../compiler/commands/check.js';
import { sections } from '../../compiler/commands/section.js';
import { catalogue } from '../../compiler/diagnostics/catalogue.js';
import { text } from '../../compiler/diagnostics/render/text.js';
import { type Example, example } from './examples.js';

const path = fileURLToPath(new URL('../../../docs/diagnostics.md', import.meta.url));
const markdown = readFileSync(path, 'utf8');
const described = sections(markdown);
/** What a section says that has no example. */
const noExample = /An example would be too long to show\.|`jiml check` does not say this/;

/** Checks files as `jiml check blueprint.yaml` does in a folder of their own. */
async function checked(files: ReadonlyMap<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-docs-'));
  const before = process.cwd();
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    process.chdir(folder);
    return await check({ blueprints: ['blueprint.yaml'], components: [], strict: false });
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

async function outputOf(files: ReadonlyMap<string, string>): Promise<string> {
  const { diagnostics, sources } = await checked(files);
  return text(diagnostics, { sources, colour: false });
}

/** The text with the output of every example as it is now. */
async function updated(): Promise<string> {
  let result = markdown;
  for (const section of described.values()) {
    const found = example(section);
    if (found === undefined) continue;
    const lines = section.split('\n');
    lines.splice(
      found.output.first + 1,
      found.output.last - found.output.first - 1,
      (await outputOf(found.wrong)).trimEnd(),
    );
    result = result.replace(section, () => lines.join('\n'));
  }
  return result;
}

function itHolds(code: string, { wrong, output, right }: Example): void {
  it(`${code}: the wrong example gives the output shown`, async () => {
    const said = await outputOf(wrong);
    expect(said).to.include(`[${code}]`);
    expect(output.text).to.equal(said);
  });

  it(`${code}: the right example is right`, async () => {
    const { diagnostics, failed } = await checked(right);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).not.to.include(code);
    expect(failed).to.equal(false);
  });
}

if (process.env.UPDATE_GOLDEN === '1') {
  describe('docs/diagnostics.md', () => {
    it('is written again', async () => {
      const now = await updated();
      writeFileSync(path, now);
      expect(readFileSync(path, 'utf8')).to.equal(now);
    });
  });
} else {
  describe('docs/diagnostics.md', () => {
    it('has a section for every code and no other, in the order of the alphabet', () => {
      expect([...described.keys()]).to.deep.equal(Object.keys(catalogue).sort());
    });

    for (const [code, section] of described) {
      const found = example(section);
      if (found !== undefined) itHolds(code, found);
      else it(`${code}: says why there is no example`, () => expect(section).to.match(noExample));
    }
  });
}
