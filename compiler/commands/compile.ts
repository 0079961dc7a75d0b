import { join } from 'node:path';
import { destination, type Product } from './destination.js';
import { type Outcome, type OutputFile, outcome } from './outcome.js';
import { type BlueprintOptions, type Compiled, compileEach, findings } from './pipeline.js';
import { printed } from './printed.js';

/** The values that the phases hand on, each of which can be shown. */
export const phases = ['document', 'blueprint', 'graph', 'template'] as const;

export type Phase = (typeof phases)[number];

export interface CompileCommandOptions extends BlueprintOptions {
  /** A file, a folder for several blueprints, or `-`. */
  readonly output: string | undefined;
  /** Without blanks and line ends. */
  readonly minify: boolean;
  readonly show: Phase;
  /** A folder for what the blueprints have packed. */
  readonly assets?: string | undefined;
}

/** `jiml compile`: the template, or what an earlier phase makes of the blueprint. */
export async function compile(options: CompileCommandOptions): Promise<Outcome> {
  const compiled = await compileEach(options);
  const found = findings(compiled);
  if (found.failed && options.show === 'template') return outcome(found);
  const products = compiled.flatMap((one) => product(one, options));
  const { output, files } = destination(products, options.output);
  return outcome({ ...found, output, files: [...files, ...packed(compiled, options.assets)] });
}

/** What has to be in the bucket that the templates ask for, each once, by its key there. */
function packed(compiled: readonly Compiled[], folder: string | undefined): readonly OutputFile[] {
  const assets = compiled.flatMap(({ compilation }) => compilation.assets ?? []);
  const byKey = new Map(assets.map(({ key, bytes }) => [key, bytes]));
  return folder === undefined ? [] : [...byKey].map(([key, bytes]) => ({ path: join(folder, key), text: '', bytes }));
}

function product({ input, compilation }: Compiled, { show, minify }: CompileCommandOptions): Product[] {
  const value = compilation[show];
  if (value === undefined) return [];
  const text = show === 'template' && !minify ? compilation.text : undefined;
  return [
    {
      name: `${input.name}.${show}.json`,
      from: input.files.map(({ file }) => file),
      text: text ?? printed(value, minify ? undefined : 2),
    },
  ];
}
