import { join, resolve } from 'node:path';
import { Misuse, type Outcome } from './outcome.js';

/** A text made from a blueprint; `name` is what a file of it would be called, `from` the files it was made from. */
export interface Product {
  readonly name: string;
  readonly from: readonly string[];
  readonly text: string;
}

/**
 * Where products go: to standard output without `output` or with `-`; to the file that it names, or into the folder
 * where it ends in a slash or there are several.
 *
 * @throws Misuse where several would share one place, or a blueprint would be overwritten.
 */
export function destination(
  products: readonly Product[],
  output: string | undefined,
): Pick<Outcome, 'output' | 'files'> {
  const [only] = products;
  if (output === undefined || output === '-') {
    if (products.length > 1) throw new Misuse('Several results need a folder to be written to: add -o FOLDER.');
    return { output: only?.text ?? '', files: [] };
  }
  const folder = products.length > 1 || /[/\\]$/.test(output);
  const files = products.map(({ name, text }) => ({ path: folder ? join(output, name) : output, text }));
  refuseClashes(
    files.map(({ path }) => path),
    products.flatMap(({ from }) => from),
  );
  return { output: '', files };
}

function refuseClashes(targets: readonly string[], sources: readonly string[]): void {
  const read = new Set(sources.map((source) => resolve(source)));
  const written = new Set<string>();
  for (const target of targets) {
    const path = resolve(target);
    if (read.has(path)) throw new Misuse(`The blueprint "${target}" would be overwritten: choose another -o.`);
    if (written.has(path)) throw new Misuse(`Two results would be written to "${target}": compile them one by one.`);
    written.add(path);
  }
}
