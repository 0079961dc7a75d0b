import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved, processOf, ratios, runOf } from './measure.js';
import { print, title } from './show.js';

const here = import.meta.dirname;
const cli = join(here, '..', 'jiml.js');
const blueprints = join(here, '..', '..', 'blueprints');

/** What it costs to say what would change: the whole command against a commit, and the comparison by itself. */
export function diffing(folder: string): void {
  againstCommit(join(folder, 'committed'));
  insideOneProcess();
}

function againstCommit(home: string): void {
  const objects = commit(home);
  const git = [
    runOf('git', ['ls-tree', '-r', '-z', '-l', 'HEAD'], { cwd: home }),
    runOf('git', ['cat-file', '--batch'], { cwd: home, input: objects }),
  ];
  const works = [processOf('-e', '0'), runOf(process.execPath, [cli, 'diff', 'shop.yaml'], { cwd: home }), ...git];
  const times = interleaved(works, 15);
  title('Processes, to `node -e 0`');
  const without = (node = 1, diff = 0, list = 0, read = 0) => (diff - list - read) / node;
  print("jiml diff shop.yaml, without git's", ratios(times, without), 4);
  print(
    "git's own",
    ratios(times, (node = 1, _, list = 0, read = 0) => (list + read) / node),
  );
}

/** Makes a repository with the blueprints as the last commit and another shop since, and gives what git is asked for. */
function commit(home: string): string {
  cpSync(blueprints, home, { recursive: true });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: home, encoding: 'utf8' });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '-qm', 'Begin');
  const shop = join(home, 'shop.yaml');
  const text = readFileSync(shop, 'utf8');
  const edited = text.replace(/\bram: (\d+)/, (_, ram) => `ram: ${Number(ram) * 2}`);
  if (edited === text) throw new Error('Nothing of the shop was changed.');
  writeFileSync(shop, edited);
  return git('ls-tree', '-r', '--format=%(objectname)', 'HEAD');
}

function insideOneProcess(): void {
  const out = execFileSync(process.execPath, [join(here, 'differences.js'), '5'], { encoding: 'utf8' });
  const [parse, ours, theirs, parseMany, oursMany, theirsMany] = JSON.parse(out) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const ratio = (time = 0, other = 1) => time / other;
  title('Comparing in one warm process, to parsing both templates with `yaml` alone');
  print('500 resources', ratios([ours, parse], ratio), 3);
  print("the same by the CDK's diff", ratios([theirs, parse], ratio));
  print('5,000 resources', ratios([oursMany, parseMany], ratio), 3);
  print("the same by the CDK's diff", ratios([theirsMany, parseMany], ratio));
  print('5,000 to 500', ratios([oursMany, ours], ratio), 11);
  print("the same by the CDK's diff", ratios([theirsMany, theirs], ratio));
}
