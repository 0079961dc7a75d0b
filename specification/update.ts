import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { TYPES } from '../compiler/specification/read.js';
import { compareTypes } from './compare.js';
import { SOURCE } from './generate.js';
import { readStored } from './store.js';

// npm run update-types                       installs the newest data, describes the types anew, says what changed
// npm run update-types -- --compare OLD      says what changed since a folder dist/types that was put aside
// npm run update-types -- --compare OLD NEW  says what is different between two such folders

const [option, old, now = TYPES] = process.argv.slice(2);
if (option === '--compare' && old !== undefined) {
  print(compareTypes(readStored(old), readStored(now)));
} else if (option === undefined) {
  const before = readStored(TYPES);
  npm('install', '--save-dev', '--save-exact', `${SOURCE}@latest`, '@aws-cdk/service-spec-types@latest');
  execFileSync(process.execPath, [join(import.meta.dirname, 'generate.js')], { stdio: 'inherit' });
  print(compareTypes(before, readStored(TYPES)));
} else {
  console.error('Usage: npm run update-types [-- --compare OLD [NEW]]');
  process.exitCode = 2;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The npm that runs this script. */
function npm(...args: readonly string[]): void {
  const program = process.env.npm_execpath;
  if (program === undefined) throw new Error('Run this as "npm run update-types".');
  execFileSync(process.execPath, [program, ...args], { stdio: 'inherit' });
}
