import { Fault } from '../../api/fault.js';
import members from './members.json' with { type: 'json' };

/** The members of requests that are no texts; by name alone, as no name means two things. */
const STRUCTURES: ReadonlySet<string> = new Set(members.structures);
const LISTS_OF_STRUCTURES: ReadonlySet<string> = new Set(members.listsOfStructures);
const LISTS_OF_TEXTS: ReadonlySet<string> = new Set(members.listsOfTexts);
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
    else if (!/^(?:Version$|X-Amz-)/.test(key)) place(root, key, text);
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

/** Undefined for what there is not: newer clients may know more, and AWS passes over what it does not know. */
function memberOf(name: string, node: Node): unknown {
  if (LISTS_OF_STRUCTURES.has(name)) return itemsOf(name, node, 'member').map((item) => structureOf(name, item));
  if (LISTS_OF_TEXTS.has(name)) return itemsOf(name, node, 'member').map((item) => textOf(name, item));
  if (MAPS.has(name)) return mapOf(name, node);
  if (STRUCTURES.has(name)) return structureOf(name, node);
  if (node.below.size > 0) return undefined;
  const text = textOf(name, node);
  if (BOOLEANS.has(name)) return booleanOf(name, text);
  return NUMBERS.has(name) ? numberOf(name, text) : text;
}

function textOf(name: string, { text, below }: Node): string {
  if (below.size > 0) throw invalid(name, 'must be a text');
  return text ?? '';
}

function structureOf(name: string, node: Node): object {
  if (node.text) throw invalid(name, 'must be a structure');
  return structure(node);
}

/** An object without a prototype, as names are a sender's. */
function structure(node: Node): object {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, child] of node.below) {
    const member = memberOf(name, child);
    if (member !== undefined) result[name] = member;
  }
  return result;
}

function mapOf(name: string, node: Node): object {
  const result: Record<string, unknown> = Object.create(null);
  for (const { below } of itemsOf(name, node, 'entry')) {
    result[below.get('key')?.text ?? ''] = below.get('value')?.text ?? '';
  }
  return result;
}

/** By their numbers, which count from 1; gaps are closed. */
function itemsOf(name: string, { text, below }: Node, step: 'member' | 'entry'): readonly Node[] {
  if (text) throw invalid(name, 'must be a list');
  const entries = [...(below.get(step)?.below ?? [])].map(([key, item]) => [Number(key), item] as const);
  if (entries.some(([number]) => !Number.isSafeInteger(number))) throw invalid(name, 'must be numbered');
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
