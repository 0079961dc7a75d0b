import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { componentNames, readTypeFile } from './compiler/source/files.js';
import { parse } from './compiler/source/parse.js';
import { BUILT_IN } from './compiler/types/folders.js';
import { PRECOMPILED, type Precompiled } from './compiler/types/precompiled.js';

// What the build makes after the compiler has run: nothing of it is needed to work, all of it makes starting faster.
precompile();
await bundle();

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

/**
 * Puts the modules that are loaded together into one file each, as node's loader takes longer for our many small ones
 * than they take to run; so it does for those of `yaml`, which every blueprint needs. The chunks stand two folders deep,
 * as the modules do that look for files of the package.
 */
async function bundle(): Promise<void> {
  const dist = import.meta.dirname;
  rmSync(join(dist, 'bundle'), { recursive: true, force: true });
  await build({
    entryPoints: [{ in: join(dist, 'cli.js'), out: 'jiml' }],
    outdir: dist,
    chunkNames: 'bundle/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    external: ['node:*', '@dagrejs/graphlib', 'ajv', 'commander'],
    // Not for node: what `yaml` has for node are not ES modules.
    platform: 'neutral',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  });
  for (const program of ['jiml.js', 'cli.js']) chmodSync(join(dist, program), 0o755);
  copyFileSync(join(dist, '..', 'node_modules', 'yaml', 'LICENSE'), join(dist, 'bundle', 'yaml.LICENSE'));
}
