import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Puts the modules that are loaded together into one file each, as node's loader takes longer for our many small ones
 * than they take to run; so it does for those of `yaml`, which every blueprint needs. The chunks stand two folders deep,
 * as the modules do that look for files of the package.
 */
export async function bundle(folder: string, plugins: readonly Plugin[] = []): Promise<void> {
  await build({
    entryPoints: [{ in: join(import.meta.dirname, 'cli.js'), out: 'jiml' }],
    outdir: folder,
    chunkNames: 'bundle/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    external: ['node:*', '@dagrejs/graphlib', 'ajv', 'commander'],
    // Not for node: what `yaml` has for node are not ES modules.
    platform: 'neutral',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
    plugins: [...plugins],
  });
}
