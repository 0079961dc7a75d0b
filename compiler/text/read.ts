import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../source/node.js';
import type { Place } from '../source/place.js';
import { readScalar, type Trap } from '../source/scalar.js';
import { type Intrinsic, intrinsics, intrinsicTags } from '../template/cloudformation.js';
import { readReference } from './chain.js';
import { readCode } from './code.js';
import type { EachExpression, Expression } from './expression.js';
import { type Reading, readJoined } from './reading.js';
import { readScript } from './script.js';
import type { Shape } from './shape.js';
import { dotted, readSub } from './sub.js';
import { didYouMean } from './suggest.js';

/**
 * Reads a node as an expression: scalars by what the schema of their place allows (`shape`; undefined where no schema
 * says), references and CloudFormation's functions wherever they stand.
 */
export function read(node: Node, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  if (node.tag !== undefined) return readTagged(node, node.tag, place, shape, reading);
  const format = shape?.format;
  const code = format === 'code' || format === 'asset' ? readCode(node, place, format, reading) : undefined;
  if (code !== undefined) return code;
  if (node.kind === 'scalar') return readScalarNode(node, place, shape, reading);
  if (node.kind === 'list') return readList(node, place, shape, reading);
  return readMap(node, place, shape, reading);
}

function readScalarNode(node: ScalarNode, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const { text } = node;
  const dollar = text.indexOf('$');
  if (dollar >= 0) {
    if (dollar === 0 && text[1] === '$' && text[2] !== '{') return readJoined(text, place, reading, 1);
    const chain = dollar === 0 ? readReference(text) : undefined;
    if (chain !== undefined) return { kind: 'name', chain, form: 'name', place };
    if (text.includes('${{', dollar)) return readJoined(text, place, reading);
  }
  const { value, trap } = readScalar(node, shape?.allowed, shape?.verbatim);
  if (trap === undefined) return { kind: 'literal', value, place };
  const isBoolean = trap.kind === 'yaml-boolean' && shape?.allowed?.has('boolean') === true;
  reportTrap(trap, isBoolean, place, reading);
  // Said once is enough: the boolean that was meant fits the schema.
  return { kind: 'literal', value: isBoolean ? trap.suggestion === 'true' : value, place };
}

/** Where a boolean belongs, a word that only YAML 1.1 takes for one is an error; elsewhere it may be meant. */
function reportTrap({ kind, written, suggestion }: Trap, isBoolean: boolean, place: Place, { report }: Reading) {
  report(isBoolean ? 'boolean-word' : kind, place, { written }, { hint: `Write ${suggestion}.` });
}

function readList(node: ListNode, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const itemShape = shape?.item();
  const items = node.items.map((item, index) => {
    const at = place.at(index);
    const each = reading.template ? readEach(item, at, itemShape, reading) : undefined;
    return each ?? read(item, at, itemShape, reading);
  });
  return { kind: 'list', items, place };
}

/** A list item with `forEach:`, `as:` and either `value:` or the rest of the map. */
function readEach(node: Node, place: Place, shape: Shape | undefined, reading: Reading): EachExpression | undefined {
  if (node.kind !== 'map') return undefined;
  const over = node.entries.find((entry) => entry.key === 'forEach');
  if (over === undefined) return undefined;
  const as = node.entries.find((entry) => entry.key === 'as');
  const rest = node.entries.filter((entry) => entry !== over && entry !== as);
  const body = { ...node, entries: rest.filter((entry) => entry.key !== 'value') };
  const value = rest.find((entry) => entry.key === 'value');
  return {
    kind: 'each',
    over: read(over.value, place.at('forEach'), undefined, reading),
    as: as?.value.kind === 'scalar' ? as.value.text : 'each',
    body: value === undefined ? readMap(body, place, shape, reading) : readValue(value, body, place, shape, reading),
    place,
  };
}

/** A map with `forEach:`, `as:`, `key:` and `value:`, of which each round is an entry. */
function readEntries(node: MapNode, place: Place, shape: Shape | undefined, reading: Reading) {
  const [key, value] = ['key', 'value'].map((name) => node.entries.find((entry) => entry.key === name));
  if (key === undefined || value === undefined) return undefined;
  const rest = { ...node, entries: node.entries.filter((entry) => entry !== key) };
  const each = readEach(rest, place, shape?.property(''), reading);
  return each && { ...each, key: read(key.value, place.at('key'), undefined, reading) };
}

/** `value:` beside an optional `when:`; with `forEach:` it is a repetition in the repetition. */
function readValue(value: Entry, node: MapNode, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const at = place.at('value');
  const keyed = value.value.kind === 'map' ? readEntries(value.value, at, shape, reading) : undefined;
  const body = keyed ?? readEach(value.value, at, shape, reading) ?? read(value.value, at, shape, reading);
  const when = node.entries.find((entry) => entry.key === 'when');
  if (when === undefined) return body;
  return { kind: 'when', test: read(when.value, place.at('when'), undefined, reading), body, place };
}

function readMap(node: MapNode, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const [entry, second] = node.entries;
  if (shape?.format === 'script') return readScript(node, place, reading);
  if (entry !== undefined && second === undefined && isFunction(entry, reading)) {
    return readLong(entry, place, shape, reading);
  }
  if (reading.template && second !== undefined) {
    const entries = readEntries(node, place, shape, reading);
    if (entries !== undefined) return entries;
  }
  const entries = node.entries.filter((item) => !(reading.template && item.key === 'when'));
  const body: Expression = {
    kind: 'map',
    entries: entries.map(({ key, value }) => ({
      key,
      value: read(value, place.at(key), shape?.property(key), reading),
    })),
    place,
  };
  const when = reading.template ? node.entries.find((item) => item.key === 'when') : undefined;
  if (when === undefined) return body;
  return { kind: 'when', test: read(when.value, place.at('when'), undefined, reading), body, place };
}

function isFunction({ key, value }: Entry, { conditions = false }: Reading): boolean {
  if (key === 'Condition') return conditions && value.kind === 'scalar';
  return key === 'Ref' || (key.startsWith('Fn::') && !key.includes('::', 4));
}

function readLong(entry: Entry, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const intrinsic = intrinsics.get(entry.key);
  const at = place.at(entry.key);
  if (intrinsic !== undefined) return readCall(intrinsic, entry.value, at, shape, reading);
  const hint = didYouMean(entry.key, intrinsics.keys());
  reading.report('unknown-function', at, { name: entry.key }, { part: 'key', hint });
  return unknownCall(entry.key, place);
}

function readTagged(node: Node, tag: string, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  const intrinsic = intrinsicTags.get(tag);
  if (intrinsic !== undefined) return readCall(intrinsic, untagged(node), place, shape, reading);
  const hint = didYouMean(tag, intrinsicTags.keys());
  reading.report('unknown-tag', place, { tag }, { part: 'tag', hint });
  return unknownCall(tag, place);
}

/** Stands for any value, so that nothing more is said about it. */
function unknownCall(name: string, place: Place): Expression {
  return { kind: 'call', name, args: { kind: 'literal', value: null, place }, place };
}

function untagged(node: Node): Node {
  const { tag: _tag, ...rest } = node;
  return rest;
}

/** What stands behind a function; `place` is that of its argument. */
function readCall(
  { name }: Intrinsic,
  node: Node,
  place: Place,
  shape: Shape | undefined,
  reading: Reading,
): Expression {
  // `Fn::Sub: !Join […]`: what stands behind the name is a function, too.
  if (node.tag !== undefined) return { kind: 'call', name, args: read(node, place, undefined, reading), place };
  if (name === 'Ref' && node.kind === 'scalar') {
    const chain = { name: node.text, steps: [], from: 0, to: node.text.length };
    return { kind: 'name', chain, form: 'ref', place };
  }
  const attribute = name === 'Fn::GetAtt' ? attributeOf(node) : undefined;
  if (attribute?.includes('.')) return { kind: 'name', chain: dotted(attribute), form: 'attribute', place };
  const text = name === 'Fn::Sub' ? subText(node) : undefined;
  const args = readArguments(name, node, place, shape, reading);
  return { kind: 'call', name, args, ...(text === undefined ? {} : { names: readSub(text) }), place };
}

/** The branches of a condition stand where the condition stands; other arguments have no schema. */
function readArguments(name: string, node: Node, place: Place, shape: Shape | undefined, reading: Reading): Expression {
  if (name === 'Fn::Sub') return readVerbatim(node, place, reading);
  if (name !== 'Fn::If' || node.kind !== 'list') return read(node, place, undefined, reading);
  const items = node.items.map((item, index) => read(item, place.at(index), index > 0 ? shape : undefined, reading));
  return { kind: 'list', items, place };
}

/** The text of a `Fn::Sub` is not ours to read; its variables are. */
function readVerbatim(node: Node, place: Place, reading: Reading): Expression {
  if (node.kind === 'scalar') return { kind: 'literal', value: node.text, place };
  if (node.kind !== 'list') return read(node, place, undefined, reading);
  const items = node.items.map((item, index): Expression => {
    const at = place.at(index);
    return index === 0 && item.kind === 'scalar' && item.tag === undefined
      ? { kind: 'literal', value: item.text, place: at }
      : read(item, at, undefined, reading);
  });
  return { kind: 'list', items, place };
}

function subText(node: Node): string | undefined {
  const first = node.kind === 'list' ? node.items[0] : node;
  return first?.kind === 'scalar' && first.tag === undefined ? first.text : undefined;
}

/** `A.B` from a dotted text or a list of the two; undefined where a part of it is computed, or it has other parts. */
function attributeOf(node: Node): string | undefined {
  if (node.kind === 'scalar') return node.text;
  if (node.kind !== 'list') return undefined;
  const texts = node.items.map((item) => (item.kind === 'scalar' && item.tag === undefined ? item.text : undefined));
  const [name, , more] = texts;
  if (texts.includes(undefined) || more !== undefined || name?.includes('.')) return undefined;
  return texts.join('.');
}
