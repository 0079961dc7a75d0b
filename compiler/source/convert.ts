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
    if (this.anchors.has(name))
      this.find('anchor-in-itself', { name }, range, 'Write the value out, without an alias.');
    else
      this.find(
        'unknown-anchor',
        { name },
        range,
        `Quote the text if it begins with a star and is no alias: "*${name}".`,
      );
    return empty(range);
  }

  private scalar(scalar: Scalar & { range?: Parsed['range'] }): Node {
    const { start, end } = rangeOf(scalar);
    const text = scalar.source ?? '';
    const style = STYLES[scalar.type ?? 'PLAIN'] ?? 'plain';
    const written = scalar.tag;
    if (written === undefined) return { kind: 'scalar', start, end: this.lastOf(style, start, end), text, style };
    const first = this.tagStart(start);
    const node = (tag: string | undefined, as: ScalarStyle): ScalarNode => ({
      kind: 'scalar',
      start: first,
      end: this.lastOf(style, start, end),
      text,
      style: as,
      ...(tag !== undefined && { tag }),
    });
    const quoted = written === `${STANDARD}str` || written === '!';
    const result = quoted
      ? node(undefined, style === 'plain' ? 'single' : style)
      : node(this.own(written, first), style);
    this.contents.set(result, start);
    return result;
  }

  /** The tag if it is not one of YAML's own, which are reported. */
  private own(tag: string, start: number): string | undefined {
    if (!tag.startsWith(STANDARD)) return tag;
    const short = `!!${tag.slice(STANDARD.length)}`;
    const range = { start, end: this.wordEnd(start) };
    this.find(
      'standard-tag',
      { tag: short },
      range,
      'Leave the tag out: how a value is read depends on where it stands.',
    );
    return undefined;
  }

  private map(map: YAMLMap, depth: number): MapNode {
    const { start, end } = rangeOf(map as Parsed);
    const entries: Entry[] = [];
    const seen = new Map<string, Entry>();
    for (const pair of map.items) {
      const entry = this.entry(pair, depth);
      if (entry === undefined) continue;
      const earlier = seen.get(entry.key);
      if (earlier === undefined) {
        seen.set(entry.key, entry);
        entries.push(entry);
      } else this.duplicate(entry, earlier);
    }
    const first = map.tag === undefined ? start : this.tagStart(start);
    const tag = map.tag === undefined || map.tag === `${STANDARD}map` ? undefined : this.own(map.tag, first);
    const last = map.flow ? end : (entries.at(-1)?.value.end ?? end);
    return { kind: 'map', start: first, end: Math.max(last, start), entries, ...(tag !== undefined && { tag }) };
  }

  private duplicate(entry: Entry, earlier: Entry): void {
    this.find(
      'duplicate-key',
      { key: entry.key },
      { start: entry.keyStart, end: entry.keyEnd },
      'Remove or rename one of the two.',
      {
        range: { start: earlier.keyStart, end: earlier.keyEnd },
        message: 'It is given here first.',
      },
    );
  }

  private entry(pair: Pair, depth: number): Entry | undefined {
    const key = pair.key as Parsed;
    const { start, end } = rangeOf(key);
    if (!isScalar(key) || (key.tag !== undefined && key.tag !== `${STANDARD}str`)) {
      const hint = isAlias(key)
        ? 'An alias cannot be a key: write the key out.'
        : 'Quote the key if braces or brackets are a part of it.';
      this.find('key-not-text', {}, { start, end: Math.max(end, start) }, hint);
      return undefined;
    }
    if (key.anchor !== undefined) this.anchored(key, key.anchor, depth);
    const name = key.source ?? '';
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
      keyEnd: this.lastOf(STYLES[key.type ?? 'PLAIN'] ?? 'plain', start, end),
      value: node,
    };
    if (isAlias(value)) this.entries.set(entry, rangeOf(value));
    return entry;
  }

  private list(list: YAMLSeq, depth: number): ListNode {
    const { start, end } = rangeOf(list as Parsed);
    const items: Node[] = [];
    const aliases = new Map<number, Range>();
    for (const [index, item] of list.items.entries()) {
      this.steps.push(index);
      items.push(this.node(item as Parsed, depth + 1));
      if (isAlias(item)) aliases.set(index, rangeOf(item));
      this.steps.pop();
    }
    const first = list.tag === undefined ? start : this.tagStart(start);
    const tag = list.tag === undefined || list.tag === `${STANDARD}seq` ? undefined : this.own(list.tag, first);
    const last = list.flow ? end : (items.at(-1)?.end ?? end);
    const node: ListNode = {
      kind: 'list',
      start: first,
      end: Math.max(last, start),
      items,
      ...(tag !== undefined && { tag }),
    };
    if (aliases.size > 0) this.items.set(node, aliases);
    return node;
  }

  /** Block scalars end with their last character that is no white space, so that a span does not reach the next line. */
  private lastOf(style: ScalarStyle, start: number, end: number): number {
    if (style !== 'literal' && style !== 'folded') return end;
    let last = Math.min(end, this.text.length);
    while (last > start && /\s/.test(this.text[last - 1] ?? '')) last--;
    return last;
  }

  /** Where the tag begins that stands in front of a content. */
  private tagStart(content: number): number {
    let start = this.text.lastIndexOf('!', content - 1);
    while (start > 0 && /[^\s,[\]{}]/.test(this.text[start - 1] ?? '')) start--;
    return start === -1 ? content : start;
  }

  private wordEnd(start: number): number {
    let end = start;
    while (end < this.text.length && /[^\s,[\]{}]/.test(this.text[end] ?? '')) end++;
    return end;
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
