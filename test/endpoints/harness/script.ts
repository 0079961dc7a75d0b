import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';

/** How a machine's script must have been put together. */
export interface Whole {
  /** The file that the blueprint names. */
  readonly file: string;
  /** The variables that it is given. */
  readonly variables: Readonly<Record<string, string>>;
  readonly stack: string;
  /** The logical id of the machine. */
  readonly id: string;
}

/**
 * Looks whether a machine's script holds the file as it is written, from its first line on, after which its variables
 * are set to exactly these values (bash is asked); and whether it tells CloudFormation in the end how it went.
 */
export function expectScript(script: string, { file, variables, stack, id }: Whole): void {
  const [shebang = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const body = lines.join('\n').trimEnd();
  const at = script.indexOf(body);
  expect(at, `The script is not in:\n${script}`).to.be.greaterThan(0);
  const start = script.lastIndexOf(`${shebang}\n`, at);
  expect(start, `The first line of ${file} is not in:\n${script}`).to.be.greaterThan(-1);
  expect(valuesIn(script.slice(start, at), Object.keys(variables))).to.deep.equal(variables);
  const said = `--stack ${stack} --resource ${id} --region us-east-1`;
  expect(script.trimEnd().split('\n').at(-1))
    .to.match(/^\/opt\/aws\/bin\/cfn-signal /)
    .and.contain(said);
}

/** What variables are after some lines of a script, asked of a bash with no other ones. */
function valuesIn(lines: string, names: readonly string[]): Record<string, string> {
  const print = names.map((name) => `printf '%s\\0' "$${name}"`).join('\n');
  const values = execFileSync('bash', ['--norc', '--noprofile', '-c', `${lines}\n${print}`], {
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'inherit'],
  }).toString();
  return Object.fromEntries(names.map((name, index) => [name, String(values.split('\0')[index])]));
}
