import { Fault } from '../../api/fault.js';
import members from './members.json' with { type: 'json' };

/** The members of requests that are no texts or structures; by name alone, as no name means two things. */
const LISTS: ReadonlySet<string> = new Set(members.lists);
const MAPS: ReadonlySet<string> = new Set(members.maps);
const BOOLEANS: ReadonlySet<string> = new Set(members.booleans);
const NUMBERS: ReadonlySet<string> = new Set(members.numbers);

/** Deeper than anything that CloudFormation has. */
const DEEPEST = 16;

/** A request as it is written: `Tags.member.1.Key=a` is a value four steps down. */
interface Node {
  text?: string;
  readonly below: Map<string, Node>;
}

/**
 * Reads a request in AWS's query protocol ("AWS Query protocol" of the Smithy documentation).
 *
 * @throws Fault (ValidationError) for what no member can be.
 */
export function readQuery(form: URLSearchParams): { readonly action: string; readonly input: object } {
  const root: Node = { below: new Map() };
  let action = '';
  for (const [key, text] of form) {
    if (key === 'Action') action = text;
    else if (key !== 'Version') place(root, key, text);
  }
  return { action, input: structure(root) };
}

function place(root: Node, key: string, text: string): void {
  const steps = key.split('.', DEEPEST + 1);
  if (steps.length > DEEPEST) throw invalid(key, 'is nested too deeply');
  let node = root;
  for (const step of steps) {
    const next = node.below.get(step) ?? { below: new Map() };
    node.below.set(step, next);
    node = next;
  }
  node.text = text;
}

function memberOf(name: string, node: Node): unknown {
  if (LISTS.has(name)) return items(node.below.get('member')).map((item) => memberOf('', item));
  if (MAPS.has(name)) return map(node);
  if (node.below.size > 0) return structure(node);
  const text = node.text ?? '';
  if (BOOLEANS.has(name)) return booleanOf(name, text);
  if (NUMBERS.has(name)) return numberOf(name, text);
  return text;
}

/** An object without a prototype, as names are a sender's. */
function structure(node: Node): object {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, child] of node.below) result[name] = memberOf(name, child);
  return result;
}

function map(node: Node): object {
  const result: Record<string, unknown> = Object.create(null);
  for (const entry of items(node.below.get('entry'))) {
    result[entry.below.get('key')?.text ?? ''] = entry.below.get('value')?.text ?? '';
  }
  return result;
}

/** By their numbers, which count from 1; gaps are closed. */
function items(node: Node | undefined): readonly Node[] {
  const entries = [...(node?.below ?? [])].map(([key, item]) => [Number(key), item] as const);
  return entries.sort(([a], [b]) => a - b).map(([, item]) => item);
}

function booleanOf(name: string, text: string): boolean {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw invalid(name, 'must be true or false');
}

function numberOf(name: string, text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw invalid(name, 'must be a number');
}

function invalid(name: string, what: string): Fault {
  return new Fault(
    'refused',
    'ValidationError',
    `1 validation error detected: Value at '${name.slice(0, 200)}' ${what}`,
  );
}
