import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { tagStart } from '../source/extents.js';
import { intrinsicTags } from '../template/cloudformation.js';
import { seen, seenKey } from './scalar11.js';
import { branch, leaf, list, type Remarks, type Tree, type Twig, together, twig } from './tree.js';

/** What is read only once needs no limit; what aliases repeat does. In values. */
const MOST = 500_000;

/** Something that keeps a text from being a template, at offsets of it. */
export interface Fault {
  readonly code: 'unknown-tag' | 'key-not-text' | 'unknown-anchor' | 'too-many-aliases';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

type Parsed = (Scalar | YAMLMap | YAMLSeq | Alias) & { range?: readonly [number, number, number] | null };

/**
 * The values of a YAML document with their comments: scalars as YAML 1.1 has them, aliases and merge keys as what they
 * stand for, short forms of functions as the long ones.
 */
export function readYaml(document: Document.Parsed, text: string, fault: (fault: Fault) => void): Tree {
  const reader = new Reader(text, fault);
  const tree = document.contents === null ? leaf(null) : reader.whole(document.contents as Parsed);
  const header = clean(document.commentBefore);
  const footer = clean(document.comment);
  const ends = [header === undefined ? {} : { before: header }, footer === undefined ? {} : { under: footer }] as const;
  return { ...tree, remarks: together(ends[0], tree.remarks, ends[1]) };
}

class Reader {
  private readonly anchors = new Map<string, Parsed>();
  private count = 0;
  /** Comments under the last item of a list or map that stand further out, at what follows. */
  private pending: Remarks = {};

  constructor(
    private readonly text: string,
    private readonly fault: (fault: Fault) => void,
  ) {}

  whole(node: Parsed): Tree {
    const tree = this.value(node);
    const { before } = this.pending;
    return before === undefined ? tree : { ...tree, remarks: together(tree.remarks, { under: before }) };
  }

  value(node: Parsed | null): Tree {
    if (++this.count > MOST) return this.tooMany(node);
    if (node === null) return leaf(null);
    if (isAlias(node)) return this.alias(node);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    return this.tagged(this.untagged(node), node);
  }

  private untagged(node: Scalar | YAMLMap | YAMLSeq): Tree {
    if (isScalar(node)) return leaf(scalarOf(node), together(remarksOf(node), surprise(node)));
    const { under, ...remarks } = this.waiting(remarksOf(node));
    const tree = this.collection(node, remarks);
    return under === undefined ? tree : { ...tree, remarks: { ...remarks, ...this.ending(node as Parsed, under) } };
  }

  private collection(node: YAMLMap | YAMLSeq, remarks: Remarks): Tree {
    if (isMap(node)) return branch(this.entries(node), remarks);
    return list(
      node.items.map((item) => this.value(item as Parsed)),
      remarks,
    );
  }

  /** The remarks of what follows a list or map, with those that its end has left over. */
  private waiting(remarks: Remarks): Remarks {
    const { pending } = this;
    this.pending = {};
    return pending.before === undefined ? remarks : together(pending, remarks);
  }

  /** The comments under the last item, as far as they are not further out. */
  private ending(node: Parsed, under: string): Remarks {
    const [start, last, end] = node.range ?? [0, 0, 0];
    const column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
    const lines = this.text.slice(last, end).matchAll(/^([ \t]*)#(.*)$/gm);
    const found = [...lines].map(([, indent = '', text = '']) => ({ out: indent.length < column, text }));
    const first = found.findIndex(({ out }) => out);
    if (first < 0 || found.length !== under.split('\n').length) return { under };
    const join = (part: typeof found) => part.map(({ text }) => text).join('\n');
    this.pending = { before: join(found.slice(first)), space: true };
    return first === 0 ? {} : { under: join(found.slice(0, first)) };
  }

  private alias(node: Alias & Parsed): Tree {
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      this.report('unknown-anchor', node.source, node);
      return leaf(null);
    }
    return { ...bare(this.untaggedAlias(target)), remarks: remarksOf(node) };
  }

  private untaggedAlias(target: Parsed): Tree {
    return isAlias(target) ? leaf(null) : this.tagged(this.untagged(target), target);
  }

  private tooMany(node: Parsed | null): Tree {
    if (this.count === MOST + 1) this.report('too-many-aliases', String(MOST), node);
    return leaf(null);
  }

  /** A later key of the same name counts; what is merged counts least (YAML 1.1, Merge Key). */
  private entries(map: YAMLMap): readonly Twig[] {
    const entries = new Map<string, Twig>();
    const merged: Twig[] = [];
    for (const pair of map.items) {
      const key = pair.key as Parsed;
      if (isScalar(key) && key.source === '<<' && key.type === 'PLAIN') merged.push(...this.merged(pair));
      else {
        const name = this.key(key);
        entries.delete(name);
        entries.set(name, this.besideKey(this.twig(name, pair, key), key));
      }
    }
    const more = merged.filter(({ key }) => !entries.has(key));
    return [...more, ...entries.values()];
  }

  private twig(name: string, { value }: Pair, key: Parsed): Twig {
    const remarks = this.waiting(remarksOf(key));
    return twig(name, this.value(value as Parsed | null), remarks);
  }

  /** A comment behind a key and its colon, which `yaml` takes for one above the value. */
  private besideKey(entry: Twig, key: Parsed): Twig {
    const { before, ...remarks } = entry.value.remarks;
    const end = key.range?.[1] ?? 0;
    if (entry.value.kind === 'leaf' || before === undefined) return entry;
    if (!/^[ \t]*:(?:[ \t]+[&!][^\s]*)*[ \t]+#/.test(this.text.slice(end, end + 200))) return entry;
    const [beside = '', ...above] = before.split('\n');
    const value = { ...entry.value, remarks: above.length === 0 ? remarks : { ...remarks, before: above.join('\n') } };
    return twig(entry.key, value, together(entry.remarks, { beside }));
  }

  private merged({ value }: Pair): readonly Twig[] {
    const tree = this.value(value as Parsed | null);
    const maps = tree.kind === 'list' ? tree.items.toReversed() : [tree];
    const entries = maps.flatMap((map) => (map.kind === 'branch' ? map.entries : []));
    return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
  }

  private key(key: Parsed): string {
    if (isAlias(key)) {
      const target = this.anchors.get(key.source);
      if (target !== undefined && !isAlias(target)) return this.key(target);
    }
    if (isScalar(key)) {
      if (key.anchor !== undefined) this.anchors.set(key.anchor, key);
      const text = key.source ?? '';
      return key.type === 'PLAIN' ? seenKey(text) : text;
    }
    this.report('key-not-text', '', key);
    return '';
  }

  private tagged(tree: Tree, node: Parsed): Tree {
    const { tag } = node;
    if (tag === undefined || tag === '!' || tag.startsWith('tag:yaml.org,2002:')) return tree;
    const intrinsic = intrinsicTags.get(tag);
    if (intrinsic === undefined) {
      this.report('unknown-tag', tag, node);
      return tree;
    }
    const { remarks } = tree;
    const args = { ...tree, remarks: {} };
    const dotted = intrinsic.dotted === true && args.kind === 'leaf' ? attribute(String(args.value)) : args;
    return branch([twig(intrinsic.name, dotted)], remarks);
  }

  private report(code: Fault['code'], name: string, node: Parsed | null): void {
    const [first, end] = node?.range ?? [0, 0];
    const start = code === 'unknown-tag' ? tagStart(this.text, first) : first;
    this.fault({ code, name, start, end: code === 'unknown-tag' ? start + name.length : end });
  }
}

/** `A.B.C` is the attribute `B.C` of `A`. */
function attribute(text: string): Tree {
  const dot = text.indexOf('.');
  return dot < 0 ? leaf(text) : list([leaf(text.slice(0, dot)), leaf(text.slice(dot + 1))]);
}

/** A tag that is not one of YAML's numbers or so makes a text. */
function scalarOf({ source = '', type, tag = SEEN }: Scalar): string | number | boolean | null {
  return type === 'PLAIN' && GUESSED.test(tag) ? seen(source).value : source;
}

const SEEN = 'tag:yaml.org,2002:null';
const GUESSED = /^tag:yaml\.org,2002:(?:null|bool|int|float)$/;

/** What the author wrote, where a reader of the blueprint would not guess it. */
function surprise({ source = '', type, tag = SEEN }: Scalar): Remarks {
  return type === 'PLAIN' && GUESSED.test(tag) && seen(source).surprising
    ? { beside: ` written ${source} in the template` }
    : {};
}

function remarksOf(node: Node & { comment?: string | null; flow?: boolean }): Remarks {
  const before = clean(node.commentBefore);
  const comment = clean(node.comment);
  const last = isCollection(node) && node.flow !== true ? 'under' : 'beside';
  return {
    ...(before !== undefined && { before }),
    ...(comment !== undefined && { [last]: comment }),
    ...(node.spaceBefore === true && { space: true }),
  };
}

/** Without the empty lines, which have no content. */
function clean(comment: string | null | undefined): string | undefined {
  if (comment === null || comment === undefined) return undefined;
  const text = comment.replace(/\n\s*\n+/g, '\n').replace(/^\n+|\n+$/g, '');
  return text === '' && comment !== '' ? undefined : text;
}

/** Without the comments inside it, which are written where they stand only. */
function bare(tree: Tree): Tree {
  if (tree.kind === 'leaf') return { ...tree, remarks: {} };
  if (tree.kind === 'list') return { ...tree, remarks: {}, items: tree.items.map(bare) };
  const entries = tree.entries.map(({ key, value }) => twig(key, bare(value)));
  return { ...tree, remarks: {}, entries };
}
