import { limits, parameterType, pseudoParameters, userData } from '../template/cloudformation.js';
import type { Logical } from '../template/logical.js';
import { Call, isMap, Reference, Text, type Value } from '../template/value.js';
import { readSub } from '../text/sub.js';

/** How large a text can become, in UTF-8 bytes. */
export interface Size {
  /** What is written out. */
  readonly fixed: number;
  /** What references can add at most, as far as that is known. */
  readonly known: number;
  /** What is assumed for references of which nothing is known. */
  readonly assumed: number;
  /** What each reference can add, by what is referred to. */
  readonly shares: ReadonlyMap<string, number>;
}

const nothing: Size = { fixed: 0, known: 0, assumed: 0, shares: new Map() };

/**
 * The worst case of a text that CloudFormation puts together. Of a parameter its `AllowedValues`, `MaxLength` or type
 * say how long it can be, and otherwise CloudFormation's limit; a character of a value that is not written in the
 * blueprint counts as one byte, and where nothing is known `userData.unknownLength` is assumed.
 */
export function sizeOf(value: Value, logical: Logical): Size {
  if (value === null) return nothing;
  if (typeof value !== 'object') return { ...nothing, fixed: Buffer.byteLength(String(value)) };
  if (value instanceof Reference) return referenceSize(value.target, value.attribute, logical);
  if (value instanceof Text) return sum(value.parts.map((part) => sizeOf(part, logical)));
  if (value instanceof Call) return callSize(value, logical);
  return assumed(isMap(value) ? 'a map' : 'a list');
}

function referenceSize(target: string, attribute: string | undefined, logical: Logical): Size {
  const name = attribute === undefined ? target : `${target}.${attribute}`;
  const length = pseudoParameters.get(target)?.maxLength ?? parameterLength(target, logical);
  return length === undefined ? assumed(name) : { ...nothing, known: length, shares: new Map([[name, length]]) };
}

function parameterLength(name: string, logical: Logical): number | undefined {
  const parameter = logical.sections.parameters.get(name)?.value;
  if (parameter === undefined || !isMap(parameter)) return undefined;
  const { AllowedValues: allowed, MaxLength: most, Type: type } = parameter;
  const known = typeof type === 'string' ? parameterType(type) : undefined;
  if (Array.isArray(allowed) && known?.kind !== 'key')
    return Math.max(0, ...allowed.slice(0, limits.parameterValueBytes).map((item) => Buffer.byteLength(String(item))));
  if (known?.kind === 'key') return limits.parameterValueBytes;
  const length = Number(most ?? known?.maxLength ?? limits.parameterValueBytes);
  return Number.isFinite(length) ? Math.min(length, limits.parameterValueBytes) : limits.parameterValueBytes;
}

function callSize(call: Call, logical: Logical): Size {
  const { name, args } = call;
  const list = Array.isArray(args) ? (args as readonly Value[]) : [args];
  if (name === 'Fn::Join') return joinSize(list, logical);
  if (name === 'Fn::Sub') return subSize(list, logical);
  if (name === 'Fn::If') return largest(list.slice(1).map((branch) => sizeOf(branch, logical)));
  if (name === 'Fn::Select' && Array.isArray(list[1])) return largest(list[1].map((item) => sizeOf(item, logical)));
  if (name === 'Fn::FindInMap') return lookupSize(list, logical);
  if (name === 'Fn::Base64') return encoded(sizeOf(args, logical));
  return assumed(name);
}

function joinSize([delimiter, parts]: readonly Value[], logical: Logical): Size {
  if (!Array.isArray(parts)) return parts === undefined ? nothing : sizeOf(parts, logical);
  const between = (typeof delimiter === 'string' ? Buffer.byteLength(delimiter) : 0) * Math.max(0, parts.length - 1);
  return sum([{ ...nothing, fixed: between }, ...parts.map((part) => sizeOf(part, logical))]);
}

function subSize([text, variables]: readonly Value[], logical: Logical): Size {
  if (typeof text !== 'string') return assumed('Fn::Sub');
  const own = variables !== undefined && isMap(variables) ? variables : undefined;
  const sizes = readSub(text).map((part) => {
    if (typeof part === 'string') return sizeOf(part, logical);
    const value = own !== undefined && Object.hasOwn(own, part.name) ? own[part.name] : undefined;
    if (value !== undefined) return sizeOf(value, logical);
    return referenceSize(
      part.name,
      part.steps.length > 0 ? text.slice(part.from + part.name.length + 1, part.to) : undefined,
      logical,
    );
  });
  return sum(sizes);
}

/** The largest value that any row has under the second key. */
function lookupSize([name, , second, fallback]: readonly Value[], logical: Logical): Size {
  const mapping = typeof name === 'string' ? logical.sections.mappings.get(name)?.value : undefined;
  if (mapping === undefined || !isMap(mapping)) return assumed('Fn::FindInMap');
  const cells = Object.values(mapping).flatMap((row) => (isMap(row) ? Object.entries(row) : []));
  const fitting = cells.filter(([key]) => typeof second !== 'string' || key === second).map(([, cell]) => cell);
  const values = fallback !== undefined && isMap(fallback) ? [...fitting, ...Object.values(fallback)] : fitting;
  const { fixed } = largest(values.map((cell) => sizeOf(cell, logical)));
  return { ...nothing, known: fixed, shares: new Map([[String(name), fixed]]) };
}

function assumed(name: string): Size {
  return { ...nothing, assumed: userData.unknownLength, shares: new Map([[name, userData.unknownLength]]) };
}

/** Base64 makes four characters of three bytes. */
function encoded({ fixed, known, assumed: more, shares }: Size): Size {
  const grown = (bytes: number) => Math.ceil((bytes * 4) / 3);
  return { fixed: grown(fixed), known: grown(known), assumed: grown(more), shares };
}

function largest(sizes: readonly Size[]): Size {
  const total = (size: Size) => size.fixed + size.known + size.assumed;
  return sizes.reduce((most, size) => (total(size) > total(most) ? size : most), nothing);
}

function sum(sizes: readonly Size[]): Size {
  const shares = new Map<string, number>();
  const total = { fixed: 0, known: 0, assumed: 0 };
  for (const size of sizes) {
    total.fixed += size.fixed;
    total.known += size.known;
    total.assumed += size.assumed;
    for (const [name, bytes] of size.shares) shares.set(name, (shares.get(name) ?? 0) + bytes);
  }
  return { ...total, shares };
}
