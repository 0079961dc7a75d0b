import { destination, type Product } from './destination.js';
import { type Outcome, outcome } from './outcome.js';
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
}

/** `jiml compile`: the template, or what an earlier phase makes of the blueprint. */
export async function compile(options: CompileCommandOptions): Promise<Outcome> {
  const compiled = await compileEach(options);
  const found = findings(compiled);
  if (found.failed && options.show === 'template') return outcome(found);
  const products = compiled.flatMap((one) => product(one, options));
  return outcome({ ...found, ...destination(products, options.output) });
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
