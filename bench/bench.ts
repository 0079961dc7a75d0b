import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blueprint } from './blueprint.js';
import { checking } from './checking.js';
import { deploying } from './deploying.js';
import { diffing } from './diffing.js';
import { interleaved, processOf, ratios } from './measure.js';
import { print, title } from './show.js';

/** How many times each work is done; the large ones are done less often. */
const ROUNDS = { small: 15, large: 5 };

const here = import.meta.dirname;
const cli = join(here, '..', 'jiml.js');
const shop = join(here, '..', '..', 'blueprints', 'shop.yaml');

const folder = mkdtempSync(join(tmpdir(), 'jiml-bench-'));
try {
  startUp();
  const files = [1, 500, 5000].map((count) => write(count)) as [string, string, string];
  wholeProcesses(files);
  insideOneProcess(files);
  await checking(folder);
  diffing(folder);
  await deploying(folder);
} finally {
  rmSync(folder, { recursive: true });
}

function write(count: number): string {
  const file = join(folder, `resources-${count}.yaml`);
  writeFileSync(file, blueprint(count));
  return file;
}

function startUp(): void {
  const times = interleaved(
    [processOf('-e', '0'), processOf(cli, '--version'), processOf(cli, 'compile', shop)],
    ROUNDS.small,
  );
  title('Processes, to `node -e 0`');
  print(
    'jiml --version',
    ratios(times, (node, version = 0) => version / (node ?? 1)),
    1.3,
  );
  print(
    'jiml compile shop.yaml',
    ratios(times, (node, _, compile = 0) => compile / (node ?? 1)),
    3,
  );
}

function wholeProcesses([one, some, many]: readonly [string, string, string]): void {
  const parse = join(here, 'alone.js');
  const works = [one, some, many].flatMap((file) => [processOf(parse, file), processOf(cli, 'compile', file)]);
  printCompiling('Processes, to one that parses with `yaml` alone', interleaved(works, ROUNDS.large));
}

function insideOneProcess([one, some, many]: readonly [string, string, string]): void {
  const args = [join(here, 'inside.js'), String(ROUNDS.large), one, some, many];
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 });
  printCompiling('compile() in one warm process, to parsing with `yaml` alone', JSON.parse(out));
}

/** Times of parsing and compiling one, 500 and 5,000 resources, in this order. */
function printCompiling(what: string, times: readonly (readonly number[])[]): void {
  title(what);
  const [parseOne, one, parseSome, some, parseMany, many] = times as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const ratio = (time = 0, other = 1) => time / other;
  print('500 resources', ratios([some, parseSome], ratio), 2);
  print('5,000 resources', ratios([many, parseMany], ratio), 2);
  const grown = (start = 0, from = 0, to = 0) => (to - start) / (from - start);
  print('5,000 to 500, without start-up', ratios([one, some, many], grown), 11);
  print('the same of parsing', ratios([parseOne, parseSome, parseMany], grown));
}
