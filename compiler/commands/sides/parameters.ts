import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { member, type Node } from '../../source/node.js';
import { parse } from '../../source/parse.js';
import { filesOf } from '../inputs.js';
import { Misuse } from '../outcome.js';

export type Values = ReadonlyMap<string, string>;

/** Values of parameters as they were given. */
export interface Given {
  /** `Key=Value`, each. */
  readonly pairs: readonly string[];
  /** A file for both sides. */
  readonly file: string | undefined;
  /** A file for the old side; what it says counts there before all else. */
  readonly fileBefore: string | undefined;
}

/** The values for either side. @throws Misuse for what is no pair, and for files that say something else. */
export function parameters({ pairs, file, fileBefore }: Given): { readonly before: Values; readonly after: Values } {
  const after = new Map([...fromFile(file), ...pairs.map(pair)]);
  return { after, before: new Map([...after, ...fromFile(fileBefore)]) };
}

function pair(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Misuse(`"${text}" is no value of a parameter: write it as Key=Value.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function fromFile(file: string | undefined): Values {
  if (file === undefined) return new Map();
  const [input, ...more] = filesOf(file);
  const diagnostics = new Diagnostics();
  const { root } = parse(file, input?.text ?? '', diagnostics.report);
  const [problem] = diagnostics.all.filter(({ severity }) => severity === 'error');
  if (more.length > 0 || problem !== undefined)
    throw new Misuse(`"${file}" cannot be read as values of parameters: ${problem?.message ?? 'it is a folder.'}`);
  return new Map(root === undefined ? [] : entries(root, file));
}

/** A map; the AWS CLI's list of keys and values; its list of `Key=Value`; or any of them under `Parameters`. */
function entries(node: Node, file: string): readonly (readonly [string, string])[] {
  const inner = member(node, 'Parameters');
  if (inner !== undefined && inner.kind !== 'scalar') return entries(inner, file);
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key, textOf(value, file)]);
  if (node.kind === 'list') return node.items.flatMap((item) => listed(item, file));
  throw unreadable(file);
}

function listed(item: Node, file: string): readonly (readonly [string, string])[] {
  if (item.kind === 'scalar') return [pair(item.text)];
  const [key, value] = [member(item, 'ParameterKey'), member(item, 'ParameterValue')];
  if (key?.kind !== 'scalar') throw unreadable(file);
  // Without a value it is `UsePreviousValue`, which only a stack knows.
  return value === undefined ? [] : [[key.text, textOf(value, file)]];
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
