import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { member, type Node } from '../../source/node.js';
import { parse } from '../../source/parse.js';
import { onceFrom } from '../inputs.js';
import { Misuse } from '../outcome.js';

/** What a file says about parameters. */
export interface ParameterFile {
  readonly values: ReadonlyMap<string, string>;
  /** The names of those that are to keep the value that the stack has (`UsePreviousValue`). */
  readonly kept: ReadonlySet<string>;
}

type Entry = readonly [name: string, value: string | undefined];

/**
 * Reads values of parameters from JSON or YAML: a map; the AWS CLI's list of keys and values; its list of `Key=Value`; or
 * any of them under `Parameters`, as CodePipeline has it. What is said last counts.
 *
 * @throws Misuse for files that say something else, Refused for those that cannot be read.
 */
export function parameterFile(file: string): ParameterFile {
  const [input, ...more] = onceFrom(file);
  const diagnostics = new Diagnostics();
  const { root } = parse(file, input?.text ?? '', diagnostics.report);
  const [problem] = diagnostics.all.filter(({ severity }) => severity === 'error');
  if (more.length > 0 || problem !== undefined)
    throw new Misuse(`"${file}" cannot be read as values of parameters: ${problem?.message ?? 'it is a folder.'}`);
  const said = new Map(root === undefined ? [] : entries(root, file));
  return {
    values: new Map([...said].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    kept: new Set([...said].flatMap(([name, value]) => (value === undefined ? [name] : []))),
  };
}

/** A value as it is given on the command line: `Key=Value`. @throws Misuse for anything else. */
export function pair(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Misuse(`"${text}" is no value of a parameter: write it as Key=Value.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function entries(node: Node, file: string): readonly Entry[] {
  const inner = member(node, 'Parameters');
  if (inner !== undefined && inner.kind !== 'scalar') return entries(inner, file);
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key, textOf(value, file)]);
  if (node.kind === 'list') return node.items.map((item) => listed(item, file));
  throw unreadable(file);
}

function listed(item: Node, file: string): Entry {
  if (item.kind === 'scalar') return pair(item.text);
  const [key, value] = [member(item, 'ParameterKey'), member(item, 'ParameterValue')];
  if (key?.kind !== 'scalar') throw unreadable(file);
  return [key.text, value === undefined ? undefined : textOf(value, file)];
}

function textOf(node: Node, file: string): string {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list' && node.items.every((item) => item.kind === 'scalar'))
    return node.items.map((item) => textOf(item, file)).join(',');
  throw unreadable(file);
}

function unreadable(file: string): Misuse {
  return new Misuse(
    `"${file}" holds no values of parameters: it must be a map of names and values, or a list as the AWS CLI has it.`,
  );
}
