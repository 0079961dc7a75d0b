import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { compile } from '../../compiler/compile.js';
import { text } from '../../compiler/diagnostics/render/text.js';
import { grown } from '../docs/examples.js';

/** The project's folder, from which it is compiled. */
const folder = fileURLToPath(new URL('../../../test/mistakes', import.meta.url));

/** What the compiler says about a blueprint of this folder; a comment `# times=501` in front makes it grow. */
function said(file: string): string {
  const written = readFileSync(join(folder, file), 'utf8');
  const times = Number(/^# times=(\d+)\n/.exec(written)?.[1] ?? 1);
  const blueprint = { file, text: grown(written, times) };
  const { diagnostics, sources } = compile([blueprint], {}, '.');
  return text(diagnostics, { sources, colour: false });
}

describe('mistakes that people make', () => {
  const before = process.cwd();
  beforeEach(() => process.chdir(folder));
  afterEach(() => process.chdir(before));

  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    it(basename(file), () => {
      const now = said(file);
      const golden = join(folder, file.replace(/yaml$/, 'out'));
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, now);
      expect(now).to.equal(readFileSync(golden, 'utf8'));
      expect(now).not.to.equal('');
    });
  }
});
