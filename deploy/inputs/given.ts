import { closeSync, openSync, readSync } from 'node:fs';
import { Misuse, Refused } from '../../compiler/commands/outcome.js';
import { pair, parameterFile } from '../../compiler/commands/sides/parameterFile.js';
import { limits } from '../../compiler/template/cloudformation.js';

/** Values of parameters as they were given. */
export interface GivenParameters {
  /** `Key=Value`, `Key=@file`, `Key=-` (standard input), each; `Key=@@text` is a value that begins with `@`. */
  readonly pairs: readonly string[];
  /** A file of values, JSON or YAML. */
  readonly file?: string | undefined;
  /** Where `JIML_PARAM_<Name>` is looked for. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What was given, by name. */
export interface GivenValues {
  /** What was named on purpose, on the command line or in the file: other names are mistakes. */
  readonly values: ReadonlyMap<string, string>;
  /** The value that the environment has for a name. */
  fromEnvironment(name: string): string | undefined;
}

const PREFIX = 'JIML_PARAM_';

/** How a value can be given through the environment. */
export function variableOf(name: string): string {
  return PREFIX + name;
}

/** Reads what was given; the command line counts before the file. @throws Misuse, Refused for what cannot be read. */
export function givenValues({ pairs, file, environment }: GivenParameters): GivenValues {
  const said = file === undefined ? undefined : parameterFile(file);
  const values = new Map([...(said?.values ?? []), ...fromPairs(pairs)]);
  return {
    values,
    fromEnvironment: (name) => {
      const variable = variableOf(name);
      // What a file says is to stay as it is does not come from elsewhere.
      return said?.kept.has(name) !== true && Object.hasOwn(environment, variable) ? environment[variable] : undefined;
    },
  };
}

function fromPairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = texts.map(pair);
  if (pairs.filter(([, value]) => value === '-').length > 1)
    throw new Misuse('Standard input can be the value of one parameter only.');
  return pairs.map(([name, value]) => [name, textFor(name, value)]);
}

function textFor(name: string, written: string): string {
  if (written === '-') return contentOf(name, 0, 'standard input');
  if (!written.startsWith('@')) return written;
  if (written.startsWith('@@')) return written.slice(1);
  return contentOf(name, written.slice(1), `"${written.slice(1)}"`);
}

/** What stands in a file, which may be a pipe, without the end of its last line. */
function contentOf(name: string, source: string | 0, called: string): string {
  const bytes = bounded(name, source, called);
  // A list may be longer than one value can be, but nothing that is sent is much longer.
  if (bytes.length > MOST)
    throw new Misuse(`The value of "${name}" in ${called} is longer than ${limits.parameterValueBytes} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '');
  } catch {
    throw new Misuse(`The value of "${name}" in ${called} is not a text in UTF-8.`);
  }
}

const MOST = 64 * 1024;

function bounded(name: string, source: string | 0, called: string): Uint8Array {
  const buffer = Buffer.alloc(MOST + 1);
  try {
    const file = source === 0 ? 0 : openSync(source, 'r');
    let length = 0;
    for (let count = 1; count > 0 && length < buffer.length; length += count)
      count = readSync(file, buffer, length, buffer.length - length, null);
    if (file !== 0) closeSync(file);
    return buffer.subarray(0, length);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
      throw new Misuse(
        `There is no file ${called} with the value of "${name}"; a value that begins with @ is written @@.`,
      );
    throw new Refused(`Cannot read the value of "${name}" from ${called}: ${code ?? 'the system says no'}.`);
  }
}
