import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Code } from '../diagnostics/catalogue.js';
import { DEPTH_LIMIT } from './compose.js';
import type { Origins, Range } from './document.js';
import { contentEnd, tagEnd, tagStart } from './extents.js';
import { PROBLEM_LIMIT } from './lexemes.js';
import type { Entry, ListNode, MapNode, Node, ScalarNode, ScalarStyle } from './node.js';
import type { Path } from './place.js';

/** How many values all aliases of a text together may repeat. */
export const ALIAS_LIMIT = 100_000;

/** Something that a value says wrongly, at offsets of the text. */
export interface Finding {
  readonly code: Code;
  readonly args: object;
  readonly path: Path;
  readonly range: Range;
  readonly hint?: string;
  readonly related?: { readonly range: Range; readonly message: string };
}

export interface Converted {
  readonly root: Node | undefined;
  readonly origins: Origins;
  readonly findings: readonly Finding[];
}

/** Turns the nodes of `yaml` into ours: keys become text, aliases the node that they stand for. */
export function convert(document: Document.Parsed, text: string): Converted {
  const converter = new Converter(text);
  const contents = document.contents;
  // A text without any value is not an empty value.
  const empty = isScalar(contents) && contents.source === '' && contents.tag === undefined && contents.type === 'PLAIN';
  const root = contents === null || empty ? undefined : converter.node(contents as Parsed, 1);
  return { root, origins: converter.origins, findings: converter.findings };
}

type Parsed = (Scalar | YAMLMap | YAMLSeq | Alias) & { range?: readonly [number, number, number] | null };

/** What an anchor stands for; undefined while its value is being read. */
interface Anchored {
  readonly node: Node;
  /** How many values the node has, what its aliases repeat included. */
  readonly weight: number;
  /** How many levels the node has. */
  readonly height: number;
}

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const STANDARD = 'tag:yaml.org,2002:';

/** Tags that say that a scalar is a text. */
const TEXT_TAGS: ReadonlySet<string> = new Set([`${STANDARD}str`, '!']);

class Converter {
  readonly findings: Finding[] = [];
  private readonly entries = new Map<Entry, Range>();
  private readonly items = new Map<ListNode, Map<number, Range>>();
  private readonly contents = new Map<ScalarNode, number>();
  readonly origins: Origins = { entries: this.entries, items: this.items, contents: this.contents };
  private readonly anchors = new Map<string, Anchored | undefined>();
  private readonly steps: (string | number)[] = [];
  private values = 0;
  private repeated = 0;
  private deepest = 0;

  constructor(private readonly text: string) {}

  node(parsed: Parsed, depth: number): Node {
    if (isAlias(parsed)) return this.alias(parsed, depth);
    this.values++;
    if (depth > this.deepest) this.deepest = depth;
    return parsed.anchor === undefined ? this.value(parsed, depth) : this.anchored(parsed, parsed.anchor, depth);
  }

  private value(parsed: Scalar | YAMLMap | YAMLSeq, depth: number): Node {
    if (isScalar(parsed)) return this.scalar(parsed);
    return isMap(parsed) ? this.map(parsed, depth) : this.list(parsed, depth);
  }

  private anchored(parsed: Scalar | YAMLMap | YAMLSeq, name: string, depth: number): Node {
    const { values, deepest } = this;
    const open = undefined;
    this.anchors.set(name, open);
    this.deepest = depth;
    const node = this.value(parsed, depth);
    // An anchor of the same name inside this one is the nearer one for what follows.
    if (this.anchors.get(name) === open) {
      this.anchors.set(name, { node, weight: this.values - values + 1, height: this.deepest - depth + 1 });
    }
    this.deepest = Math.max(deepest, this.deepest);
    return node;
  }

  private alias(alias: Alias, depth: number): Node {
    const range = rangeOf(alias);
    const name = alias.source;
    const target = this.anchors.get(name);
    if (target === undefined) return this.dangling(name, range);
    this.values += target.weight;
    this.repeated += target.weight;
    this.deepest = Math.max(this.deepest, depth + target.height - 1);
    if (this.repeated > ALIAS_LIMIT) {
      if (this.repeated - target.weight <= ALIAS_LIMIT) this.find('too-many-aliases', { limit: ALIAS_LIMIT }, range);
      return empty(range);
    }
    if (depth + target.height - 1 > 2 * DEPTH_LIMIT) {
      this.find('text-too-deep', { limit: DEPTH_LIMIT }, range);
      return empty(range);
    }
    return target.node;
  }

  private dangling(name: string, range: Range): Node {
    const inItself = this.anchors.has(name);
    const hint = inItself
      ? 'Write the value out, without an alias.'
      : `Quote the text if it begins with a star and is no alias: "*${name}".`;
    this.find(inItself ? 'anchor-in-itself' : 'unknown-anchor', { name }, range, hint);
    return empty(range);
  }

  private scalar(scalar: Scalar & { range?: Parsed['range'] }): Node {
    const { start, end } = rangeOf(scalar);
    const written = scalar.tag;
    const style = STYLES[scalar.type ?? 'PLAIN'] ?? 'plain';
    const last = contentEnd(this.text, start, end);
    const node: ScalarNode = { kind: 'scalar', start, end: last, text: scalar.source ?? '', style };
    if (written === undefined) return node;
    const asText = TEXT_TAGS.has(written);
    const extent = this.extent(asText ? undefined : written, start, last, written);
    const tagged: ScalarNode = { ...node, ...extent, style: asText && style === 'plain' ? 'single' : style };
    this.contents.set(tagged, start);
    return tagged;
  }

  /** The start, with the tag, and the end of a node; and its tag, unless it is one of YAML's own, which are reported. */
  private extent(tag: string | undefined, start: number, end: number, written = tag): Range & { tag?: string } {
    if (written === undefined) return { start, end };
    const first = tagStart(this.text, start);
    if (tag === undefined) return { start: first, end };
    if (!tag.startsWith(STANDARD)) return { start: first, end, tag };
    const range = { start: first, end: tagEnd(this.text, first) };
    const hint = 'Leave the tag out: how a value is read depends on where it stands.';
    this.find('standard-tag', { tag: `!!${tag.slice(STANDARD.length)}` }, range, hint);
    return { start: first, end };
  }

  private map(map: YAMLMap, depth: number): MapNode {
    const { start, end } = rangeOf(map as Parsed);
    const entries: Entry[] = [];
    const seen = new Map<string, Entry>();
    let last = start;
    for (const pair of map.items) {
      const entry = this.entry(pair, depth);
      if (entry === undefined) continue;
      const earlier = seen.get(entry.key);
      if (earlier !== undefined) this.duplicate(entry, earlier);
      else seen.set(entry.key, entry);
      if (earlier === undefined) entries.push(entry);
      last = Math.max(last, this.entries.get(entry)?.end ?? entry.value.end);
    }
    const own = map.tag === `${STANDARD}map` ? undefined : map.tag;
    return { kind: 'map', ...this.extent(own, start, map.flow ? end : last, map.tag), entries };
  }

  private duplicate(entry: Entry, earlier: Entry): void {
    const range = { start: entry.keyStart, end: entry.keyEnd };
    const first = { start: earlier.keyStart, end: earlier.keyEnd };
    const related = { range: first, message: 'It is given here first.' };
    this.find('duplicate-key', { key: entry.key }, range, 'Remove or rename one of the two.', related);
  }

  private entry(pair: Pair, depth: number): Entry | undefined {
    const key = pair.key as Parsed;
    const { start, end } = rangeOf(key);
    if (!isScalar(key) || (key.tag !== undefined && !TEXT_TAGS.has(key.tag))) {
      const hint = isAlias(key)
        ? 'An alias cannot be a key: write the key out.'
        : 'Quote the key if braces or brackets are a part of it.';
      this.find('key-not-text', {}, { start, end: Math.max(end, start) }, hint);
      return undefined;
    }
    if (key.anchor !== undefined) this.anchored(key, key.anchor, depth);
    const name = key.source ?? '';
    if (name === '' && key.type === 'PLAIN') {
      this.find('key-not-text', {}, { start, end }, 'Write the key in front of the colon.');
      return undefined;
    }
    if (name === '<<' && key.type === 'PLAIN') {
      this.find('merge-key', {}, { start, end }, 'Write the keys out, or use an alias for the whole value.');
      return undefined;
    }
    const value = pair.value as Parsed | null;
    this.steps.push(name);
    const node = value === null ? empty({ start: end, end }) : this.node(value, depth + 1);
    this.steps.pop();
    const entry = {
      key: name,
      keyStart: start,
      keyEnd: contentEnd(this.text, start, end),
      value: node,
    };
    if (isAlias(value)) this.entries.set(entry, rangeOf(value));
    return entry;
  }

  private list(list: YAMLSeq, depth: number): ListNode {
    const { start, end } = rangeOf(list as Parsed);
    const items: Node[] = [];
    const aliases = new Map<number, Range>();
    let last = start;
    for (const [index, item] of list.items.entries()) {
      this.steps.push(index);
      const node = this.node(item as Parsed, depth + 1);
      this.steps.pop();
      items.push(node);
      if (isAlias(item)) aliases.set(index, rangeOf(item));
      last = Math.max(last, aliases.get(index)?.end ?? node.end);
    }
    const own = list.tag === `${STANDARD}seq` ? undefined : list.tag;
    const node: ListNode = { kind: 'list', ...this.extent(own, start, list.flow ? end : last, list.tag), items };
    if (aliases.size > 0) this.items.set(node, aliases);
    return node;
  }

  private find(code: Code, args: object, range: Range, hint?: string, related?: Finding['related']): void {
    if (this.findings.length >= PROBLEM_LIMIT) return;
    this.findings.push({
      code,
      args,
      path: [...this.steps],
      range,
      ...(hint && { hint }),
      ...(related && { related }),
    });
  }
}

function rangeOf(node: { range?: readonly [number, number, number] | null }): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

function empty({ start, end }: Range): ScalarNode {
  return { kind: 'scalar', start, end, text: '', style: 'plain' };
}
