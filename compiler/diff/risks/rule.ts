import { readable } from '../express.js';
import { type Form, textOf } from '../form.js';
import data from './rules.json' with { type: 'json' };

/** One thing that a firewall lets in. */
export interface Rule {
  /** The resource in which it is written. */
  readonly id: string;
  /** `all` for every one. */
  readonly protocol: string;
  /** Undefined where it is not known, and for protocols without ports. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Ports as they stand there. */
  readonly ports: string;
  readonly source: Form;
}

const names: ReadonlyMap<string, string> = new Map(Object.entries(data.names));

/** Reads what a rule lets in: one for each source. */
export function rulesIn(id: string, form: Form): readonly Rule[] {
  const protocolForm = firstAt(form, data.protocol);
  const said = (protocolForm && readable(protocolForm)) ?? '';
  const protocol = data.all.includes(said) ? 'all' : (names.get(said) ?? said);
  const [from, to] = [firstAt(form, data.from), firstAt(form, data.to)];
  const ports = [...new Set([from, to].flatMap((one) => (one === undefined ? [] : (readable(one) ?? '?'))))].join('-');
  return data.sources.flatMap((name) => {
    const source = at(form, name);
    return source === undefined ? [] : [{ id, protocol, from: numberOf(from), to: numberOf(to), ports, source }];
  });
}

/** What stands at a path of a rule. */
export function at(form: Form | undefined, path: string): Form | undefined {
  return path
    .split('.')
    .reduce<Form | undefined>((found, step) => (found?.kind === 'map' ? found.entries.get(step) : undefined), form);
}

/** Whether everything that one rule lets in is let in by the other one. */
export function covers(wide: Rule, narrow: Rule): boolean {
  return coversPorts(wide, narrow) && coversSource(wide.source, narrow.source);
}

/** What a rule lets in, in the words of a message. */
export function saidOf({ protocol, ports, source }: Rule): string {
  const from = readable(source) ?? 'something';
  if (protocol === 'all') return `everything from ${from}`;
  return ports === '' || data.portless.includes(protocol)
    ? `${protocol} from ${from}`
    : `${protocol} port ${ports} from ${from}`;
}

function coversPorts(wide: Rule, narrow: Rule): boolean {
  if (wide.protocol === 'all') return true;
  if (wide.protocol !== narrow.protocol) return false;
  if (wide.ports === narrow.ports || wide.from === -1) return true;
  const known = [wide.from, wide.to, narrow.from, narrow.to];
  if (known.includes(undefined) || data.portless.includes(wide.protocol)) return false;
  return (wide.from ?? 0) <= (narrow.from ?? 0) && (narrow.to ?? 0) <= (wide.to ?? 0);
}

function coversSource(wide: Form, narrow: Form): boolean {
  if (wide === narrow) return true;
  const [a, b] = [networkOf(textOf(wide)), networkOf(textOf(narrow))];
  if (a === undefined || b === undefined) return textOf(wide) === '::/0' && textOf(narrow)?.includes(':') === true;
  return a.bits <= b.bits && (a.bits === 0 || a.address >>> (32 - a.bits) === b.address >>> (32 - a.bits));
}

function networkOf(text: string | undefined): { address: number; bits: number } | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text ?? '');
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  return { address: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, bits };
}

function firstAt(form: Form, paths: readonly string[]): Form | undefined {
  return paths.map((path) => at(form, path)).find((found) => found !== undefined);
}

function numberOf(form: Form | undefined): number | undefined {
  const text = textOf(form);
  return text !== undefined && /^-?\d{1,5}$/.test(text) ? Number(text) : undefined;
}
