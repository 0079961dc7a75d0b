import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { types } from '../../compiler/commands/types.js';
import { jiml } from '../cli/jiml.js';
import { ROOT } from '../compiler/imports.js';
import { type Block, blocksOf, withTexts } from './blocks.js';
import { excerptOf } from './excerpt.js';
import { partsOf } from './parts.js';
import { Stage } from './stage.js';

const played = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/language.md',
  'docs/components.md',
  'docs/diff.md',
  'docs/adopting.md',
  'docs/deploying.md',
  'docs/looking.md',
];
const documents = [...played, 'CHANGELOG.md', 'docs/architecture.md', 'docs/diagnostics.md'];
const update = process.env.UPDATE_GOLDEN === '1';

function read(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8');
}

/** The blocks of a document by section. */
function sectionsOf(document: string): readonly (readonly Block[])[] {
  const blocks = blocksOf(read(document));
  const sections = new Set(blocks.map(({ section }) => section));
  return [...sections].map((section) => blocks.filter((block) => block.section === section));
}

async function updated(document: string): Promise<string> {
  const texts = new Map<number, string>();
  for (const blocks of sectionsOf(document)) {
    const stage = new Stage(blocksOf(read(document)));
    for (const [index, block] of blocks.entries()) {
      const text = stage.play(block, blocks.slice(index + 1));
      texts.set(
        block.line,
        await text.catch((error) => {
          throw new Error(`Line ${block.line}: ${error.message}`);
        }),
      );
    }
    stage.remove();
  }
  return withTexts(read(document), texts);
}

/** The names of the commands that `jiml --help` lists. */
async function commands(): Promise<readonly string[]> {
  const { stdout } = await jiml(['--help']);
  const [, list = ''] = /\nCommands:\n(.*?)\n\n/s.exec(stdout) ?? [];
  return [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
}

/** The rows of the table under a heading, as their cells. */
function table(document: string, heading: string): readonly (readonly string[])[] {
  const [, after = ''] = read(document).split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

for (const document of played) {
  describe(document, () => {
    if (update) {
      it('is written again', async () => {
        const now = await updated(document);
        writeFileSync(join(ROOT, document), now);
        expect(await updated(document)).to.equal(now);
      });
      return;
    }
    for (const blocks of sectionsOf(document)) {
      let stage: Stage;
      before(() => {
        stage = new Stage(blocksOf(read(document)));
      });
      after(() => stage.remove());
      for (const [index, block] of blocks.entries()) {
        it(`line ${block.line}: ${block.language} ${[...block.said.values()].join(' ')}`, async () => {
          expect(block.text).to.equal(await stage.play(block, blocks.slice(index + 1)));
        });
      }
    }
  });
}

describe('the documents', () => {
  it('docs/shop.svg is the graph of blueprints/shop.yaml', async () => {
    const { stdout } = await jiml(['graph', 'blueprints/shop.yaml'], { cwd: ROOT });
    if (update) writeFileSync(join(ROOT, 'docs/shop.svg'), stdout);
    expect(stdout).to.include('DnsWwwMydomainCom');
    expect(read('docs/shop.svg')).to.equal(stdout);
  });

  for (const document of documents) {
    it(`${document} links to what there is`, () => {
      const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
      const local = links.filter((link) => !/^https?:/.test(link));
      expect(local.filter((link) => !leads(document, link))).to.deep.equal([]);
    });
  }

  it('docs/architecture.md names files that there are', () => {
    const named = [
      ...read('docs/architecture.md').matchAll(/`((?:[\w.-]+\/)*[\w.-]+(?:\/|\.(?:ts|json|md|svg|yaml)))`/g),
    ];
    const paths = named.map(([, path = '']) => path);
    expect(paths).to.include('compiler/compile.ts');
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
  });

  it('README.md lists the commands that there are', async () => {
    const rows = table('README.md', 'Commands').map(([name = '']) => /`jiml (\w+)/.exec(name)?.[1]);
    expect(rows).to.deep.equal(await commands());
  });

  it('README.md lists the built-in types in their own words', async () => {
    const { output } = await types({ components: [], json: true });
    const all: readonly { name: string; description: string }[] = JSON.parse(output).types;
    const expected = all.map(({ name, description }) => [
      existsSync(join(ROOT, 'schemas', name, 'README.md')) ? `[${name}](schemas/${name}/README.md)` : name,
      description,
    ]);
    expect(table('README.md', 'Types')).to.deep.equal(expected);
  });
});

/** Whether a link leads to a file, and its `#` to a heading of it. */
function leads(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, file))) return false;
  if (anchor === undefined) return true;
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.some(
    (heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-') === anchor,
  );
}

describe('an excerpt of an output', () => {
  const output = 'a\nb\nc\nd\ne\n';
  const rows: readonly (readonly [string, string])[] = [
    ['a\nb\nc\nd\ne\n', 'a\nb\nc\nd\ne\n'],
    ['a\n…\ne\n', 'a\n…\ne\n'],
    ['…\nc\n…\n', '…\nc\n…\n'],
    ['x\n…\ne\n', 'a\n…\ne\n'],
    ['a\n…\nc\nx\n…\n', 'a\n…\nc\nd\n…\n'],
    ['a\n…\nx\n', output],
    ['a\nb\n', output],
  ];
  for (const [shown, right] of rows) {
    it(`${JSON.stringify(shown)} should be ${JSON.stringify(right)}`, () => {
      expect(excerptOf(output, shown)).to.equal(right);
    });
  }
});

describe('parts of a template', () => {
  it('are shown with marks for what is left out', () => {
    const template = { a: 1, b: { c: { d: 2 }, e: 3 }, f: [4] };
    expect(partsOf(template, [])).to.equal('{ "a": 1, "b": { "c": { "d": 2 }, "e": 3 }, "f": [4] }\n');
    expect(partsOf(template, ['b.c'])).to.equal('{\n  …\n  "b": {\n    "c": { "d": 2 },\n    …\n  },\n  …\n}\n');
    expect(() => partsOf(template, ['b.x'])).to.throw('There is no x to show.');
  });
});
