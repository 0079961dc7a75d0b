import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { described, queues } from './described.js';
import { interleaved, peakOf, processOf, ratios } from './measure.js';
import { print, printMemory, title } from './show.js';
import { unchecked } from './unchecked.js';

const here = import.meta.dirname;
const cli = join(here, '..', 'jiml.js');
const engine = join(here, 'engine.js');

/** A blueprint, and the template that it compiles to. */
interface Pair {
  readonly blueprint: string;
  readonly template: string;
}

/** What it costs to hold CloudFormation's own types to what is known about them, beside AWS's own engine. */
export async function checking(folder: string): Promise<void> {
  const bare = await unchecked(join(folder, 'unchecked'));
  const types = write(folder, 'types', described(50));
  const many = write(folder, 'queues', queues(500));
  againstNone(bare, types);
  againstEngine(types, many);
  memory(types, many);
}

function write(folder: string, name: string, text: string): Pair {
  const into = join(folder, name);
  mkdirSync(into);
  const blueprint = join(into, 'blueprint.yaml');
  const template = join(into, 'template.json');
  writeFileSync(blueprint, text);
  // Strictly, as a blueprint with something wrong in it would be compared for what is printed.
  execFileSync(process.execPath, [cli, 'compile', '--strict', blueprint, '-o', template], { stdio: 'ignore' });
  return { blueprint, template };
}

function againstNone(bare: string, { blueprint, template }: Pair): void {
  const made = execFileSync(process.execPath, [bare, 'compile', blueprint], { encoding: 'utf8' });
  if (made !== readFileSync(template, 'utf8')) throw new Error('Without checking, it compiles to something else.');
  const works = [processOf(bare, 'compile', blueprint), processOf(cli, 'compile', blueprint)];
  title('Processes, to the same command built without checking');
  print(
    '50 resources of 20 types',
    ratios(interleaved(works, 15), (without, checked = 0) => checked / (without ?? 1)),
    1.5,
  );
}

function againstEngine(types: Pair, many: Pair): void {
  const works = [types, many].flatMap(({ blueprint, template }) => [
    processOf(cli, 'check', blueprint),
    processOf(engine, template),
  ]);
  const times = interleaved([processOf('-e', '0'), ...works], 5);
  const to = (index: number) => ratios(times, (node, ...others) => (others[index] ?? 0) / (node ?? 1));
  title('Processes, to `node -e 0`');
  print('50 resources of 20 types', to(0));
  print("the same by AWS's engine", to(1));
  print('500 queues', to(2), 8);
  print("the same by AWS's engine", to(3));
}

function memory(types: Pair, many: Pair): void {
  title('Memory at its peak');
  printMemory('`node -e 0`', peakOf('-e', '0'));
  printMemory('50 resources of 20 types', peakOf(cli, 'check', types.blueprint), 150);
  printMemory("the same by AWS's engine", peakOf(engine, types.template));
  printMemory('500 queues', peakOf(cli, 'check', many.blueprint), 150);
  printMemory("the same by AWS's engine", peakOf(engine, many.template));
}
