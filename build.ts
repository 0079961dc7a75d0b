import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bundle } from './bundling.js';
import { componentNames, readTypeFile } from './compiler/source/files.js';
import { parse } from './compiler/source/parse.js';
import { BUILT_IN } from './compiler/types/folders.js';
import { PRECOMPILED, type Precompiled } from './compiler/types/precompiled.js';

// What the build makes after the compiler has run: nothing of it is needed to work, all of it makes starting faster.
precompile();
await bundleCommand();

/** Parses the templates of the built-in types, so that using one does not. */
function precompile(): void {
  mkdirSync(PRECOMPILED, { recursive: true });
  for (const name of componentNames([BUILT_IN])) {
    const reading = readTypeFile(join(BUILT_IN, name), 'template.yaml');
    if (!reading.ok) continue;
    let sound = true;
    const { root } = parse(reading.file, reading.text, () => {
      sound = false;
    });
    if (!sound || root === undefined) continue;
    const made: Precompiled = { text: reading.text, root };
    writeFileSync(join(PRECOMPILED, `${name}.json`), JSON.stringify(made));
  }
}

/** Bundles the command, and leaves what the licences of the packages in it ask for beside it. */
async function bundleCommand(): Promise<void> {
  const dist = import.meta.dirname;
  rmSync(join(dist, 'bundle'), { recursive: true, force: true });
  const packages = await bundle(dist);
  for (const program of ['jiml.js', 'cli.js']) chmodSync(join(dist, program), 0o755);
  writeFileSync(join(dist, 'bundle', 'LICENSES'), licences(packages));
}

/** The texts of the licences of packages, each under the names of those that have it. */
function licences(folders: readonly string[]): string {
  const names = new Map<string, string[]>();
  for (const folder of folders) {
    const scope = basename(dirname(folder));
    const name = scope.startsWith('@') ? `${scope}/${basename(folder)}` : basename(folder);
    for (const file of readdirSync(folder).filter((one) => /^(?:licen[cs]e|notice|copyright)/i.test(one))) {
      const text = readFileSync(join(folder, file), 'utf8');
      names.set(text, [...(names.get(text) ?? []), name]);
    }
  }
  return [...names].map(([text, owners]) => `${owners.join(', ')}\n\n${text.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}
