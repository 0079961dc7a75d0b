import {
  type CollectionTag,
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { StringifyContext } from 'yaml/util';
import { resourceOrder, topLevelOrder } from './order.js';
import { outdent } from './outdent.js';
import { ONE_LINE, printScalar } from './quoting.js';

/** The tags of the failsafe schema, with ways to write of our own: lists as `[a, b]`, maps as `{ a: b }`. */
function ownTags(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === 'string') return tag;
    if (tag.collection === 'map') return { ...tag, stringify: padded(' ') } as unknown as CollectionTag;
    if (tag.collection === 'seq') return { ...tag, stringify: padded('') } as unknown as CollectionTag;
    return { ...tag, stringify: printScalar } as ScalarTag;
  });
}

function padded(padding: string): Print {
  return (node, context, onComment, onChompKeep) =>
    node.toString({ ...context, flowCollectionPadding: padding }, onComment, onChompKeep);
}

type Print = (node: YAMLMap, context: StringifyContext, onComment?: () => void, onChompKeep?: () => void) => string;

/**
 * Writes a YAML text anew, without a change of meaning as far as `yaml` allows: its comments move with what they belong
 * to. The text must be one that the parser has nothing to say about.
 */
export function layOut(text: string, ordered: boolean): string {
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: ownTags,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const { contents } = document;
  outdent(contents, text);
  if (ordered && isMap(contents)) order(document, contents as YAMLMap);
  if (contents !== null) tidy(contents, text);
  return document.toString({ lineWidth: 0, indent: 2, indentSeq: true, verifyAliasOrder: false, ...ONE_LINE });
}

function order(document: Document.Parsed, blueprint: YAMLMap): void {
  const before = blueprint.items[0];
  reorder(blueprint, topLevelOrder(keysOf(blueprint)));
  if (before !== undefined && before !== blueprint.items[0]) keepHeader(document, before);
  const resources = blueprint.items.find((pair) => keyOf(pair) === 'resources')?.value;
  if (!isSeq(resources)) return;
  for (const item of resources.items)
    if (isMap(item) && keysOf(item).includes('type')) reorder(item, resourceOrder(keysOf(item)));
}

/** What stands at the top of a file is about the file, even where it touches the first key. */
function keepHeader(document: Document.Parsed, first: Pair): void {
  const key = first.key as Scalar;
  if (document.commentBefore || !key.commentBefore) return;
  document.commentBefore = key.commentBefore;
  delete key.commentBefore;
}

function reorder(node: YAMLMap, keys: readonly string[]): void {
  const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
  const first = node.items[0];
  node.items = keys.map((key) => pairs.get(key)).filter((pair) => pair !== undefined);
  const now = node.items[0]?.key;
  if (node.items[0] !== first && isScalar(now)) now.spaceBefore = false;
}

function keysOf(node: YAMLMap): readonly string[] {
  return node.items.map(keyOf);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Braces and brackets over several lines become blocks; empty lines are single ones, and none follows a key. */
function tidy(node: unknown, text: string): void {
  if (isPair(node)) {
    squeeze(node.key);
    keepBesideKey(node, text);
    if (isCollection(node.value)) node.value.spaceBefore = false;
    tidy(node.value, text);
    return;
  }
  squeeze(node);
  if (!isCollection(node)) return;
  if (node.flow && !unfold(node, text)) return;
  // A key alone (`{ a }`) has an empty value, which only braces can leave out.
  if (isMap(node)) for (const pair of node.items) pair.value ??= empty();
  const first: unknown = node.items[0];
  const head = isPair(first) ? first.key : first;
  if (isNode(head)) head.spaceBefore = false;
  for (const item of node.items) tidy(item, text);
}

/** A comment behind a key and its colon, which `yaml` takes for one above the value. */
function keepBesideKey({ key, value }: Pair, text: string): void {
  if (!isScalar(key) || !isCollection(value) || value.flow || !value.commentBefore || key.comment) return;
  if (!/^[ \t]*:[ \t]+#/.test(text.slice(key.range?.[1] ?? 0, (key.range?.[1] ?? 0) + 100))) return;
  const [beside, ...above] = value.commentBefore.split('\n');
  key.comment = beside ?? null;
  value.commentBefore = above.length === 0 ? null : above.join('\n');
}

/** Whether braces or brackets stood on several lines and have become a block. */
function unfold(node: YAMLMap | YAMLSeq, text: string): boolean {
  const [start, end] = node.range ?? [0, 0];
  if (node.items.length === 0 || !text.slice(start, end).includes('\n')) return false;
  node.flow = false;
  return true;
}

function squeeze(node: unknown): void {
  if (isNode(node) && node.commentBefore)
    node.commentBefore = node.commentBefore.replace(/\n{3,}/g, '\n\n').replace(/\n+$/, '\n');
}

function empty(): Scalar {
  const scalar = new Scalar('');
  scalar.type = 'PLAIN';
  return scalar;
}
