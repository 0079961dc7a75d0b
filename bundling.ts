import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Puts the modules that are loaded together into one file each, as node's loader takes longer for our many small ones
 * than they take to run; so it does for those of `yaml`, which every blueprint needs, and those of the AWS SDK, of which
 * we need a small part. The chunks stand two folders deep, as the modules do that look for files of the package.
 *
 * @returns The folders of the packages that are in it, sorted.
 */
export async function bundle(folder: string, plugins: readonly Plugin[] = []): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [{ in: join(import.meta.dirname, 'cli.js'), out: 'jiml' }],
    outdir: folder,
    chunkNames: 'bundle/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    external: ['node:*', '@dagrejs/graphlib', 'ajv', 'commander'],
    // Not for node: what `yaml` has for node are not ES modules.
    platform: 'neutral',
    // The AWS SDK's packages tell their ES modules by this word only.
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
    plugins: [...plugins],
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(packages)].filter((name) => name !== undefined).sort();
}
