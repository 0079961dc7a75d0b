import { tagEnd } from './extents.js';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.js';
import { type Offsets, textOffsets } from './offsets.js';
import type { Document, Part, Path, Position, Span } from './place.js';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Offsets of a text that its nodes do not say. */
export interface Origins {
  /** Where the aliases stand that are values of maps. */
  readonly entries: ReadonlyMap<Entry, Range>;
  /** Where the aliases stand that are items of lists, by list and index. */
  readonly items: ReadonlyMap<ListNode, ReadonlyMap<number, Range>>;
  /** Where the content of a scalar starts that has a tag in front of it. */
  readonly contents: ReadonlyMap<ScalarNode, number>;
}

/** A document that turns offsets into lines and columns when it is first asked for them. */
export class TextDocument implements Document {
  private lines: readonly number[] | undefined;
  private readonly keys = new Map<MapNode, ReadonlyMap<string, Entry>>();
  private readonly offsets = new Map<ScalarNode, Offsets & { base: number }>();

  constructor(
    readonly file: string,
    readonly text: string,
    readonly root: Node | undefined,
    private readonly origins: Origins,
  ) {}

  span(path: Path, part: Part): Span {
    const { node, entry, range } = this.find(path);
    if (part === 'key' && entry !== undefined) return this.between(entry.keyStart, entry.keyEnd);
    if (typeof part === 'object' && node?.kind === 'scalar') {
      return this.inside(node, part);
    }
    // A value that is not there is its key's.
    const empty = part === 'value' && range.start === range.end;
    if (empty && entry !== undefined) return this.between(entry.keyStart, entry.keyEnd);
    return this.between(range.start, part === 'tag' ? tagEnd(this.text, range.start) : range.end);
  }

  /** A span from two offsets into the text. */
  between(start: number, end: number): Span {
    return { start: this.position(start), end: this.position(end) };
  }

  toJSON(): { file: string; root: Node | undefined } {
    return { file: this.file, root: this.root };
  }

  private inside(node: ScalarNode, part: { readonly from: number; readonly to: number }): Span {
    const { base, starts, ends } = this.offsetsOf(node);
    const within = (offset: number) => Math.max(0, Math.min(offset, node.text.length));
    const from = within(part.from);
    const to = within(part.to);
    const start = base + (starts[from] ?? 0);
    return this.between(start, to > from ? Math.max(start, base + (ends[to - 1] ?? 0)) : start);
  }

  private find(path: Path): { node: Node | undefined; entry: Entry | undefined; range: Range } {
    let node = this.root;
    let entry: Entry | undefined;
    let range: Range = node ?? { start: 0, end: 0 };
    for (const step of path) {
      const found = node?.kind === 'map' ? this.entryOf(node, String(step)) : undefined;
      const next: Node | undefined = node?.kind === 'list' ? node.items[Number(step)] : found?.value;
      if (next === undefined) break;
      range = this.alias(node, found, step) ?? next;
      entry = found;
      node = next;
    }
    return { node, entry, range };
  }

  private alias(holder: Node | undefined, entry: Entry | undefined, step: string | number): Range | undefined {
    if (entry !== undefined) return this.origins.entries.get(entry);
    return holder?.kind === 'list' ? this.origins.items.get(holder)?.get(Number(step)) : undefined;
  }

  private entryOf(map: MapNode, key: string): Entry | undefined {
    let keys = this.keys.get(map);
    if (keys === undefined) {
      keys = new Map(map.entries.map((entry) => [entry.key, entry]));
      this.keys.set(map, keys);
    }
    return keys.get(key);
  }

  private offsetsOf(node: ScalarNode): Offsets & { base: number } {
    let offsets = this.offsets.get(node);
    if (offsets === undefined) {
      const base = this.origins.contents.get(node) ?? node.start;
      offsets = { base, ...textOffsets(this.text.slice(base, node.end), node) };
      this.offsets.set(node, offsets);
    }
    return offsets;
  }

  private position(offset: number): Position {
    this.lines ??= lineStarts(this.text);
    const line = lineOf(this.lines, offset);
    return { offset, line, column: offset - (this.lines[line - 1] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number (from 1) of the last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
