import { Document, isCollection, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { format } from '../source/format.js';
import { ONE_LINE } from '../source/quoting.js';
import { above, hasRemarksInside, type Remarks, type Tree, type Twig, together } from './tree.js';

/** The longest list or map that is written on one line, in characters of its texts. */
const WIDTH = 76;

/** A blueprint's text, in the form that `jiml fmt` gives it. */
export function print(blueprint: Tree): string {
  const { before, under } = blueprint.remarks;
  const document = new Document();
  document.contents = nodeOf({ ...blueprint, remarks: {} }, 0) as never;
  document.commentBefore = before ?? null;
  document.comment = under ?? null;
  const text = document.toString({ lineWidth: 0, indent: 2, indentSeq: true, ...ONE_LINE });
  // What must not stand in a text of YAML, `yaml` leaves as it is in quotes.
  return format(text.replace(/[\u007f-\u009f\ufffe\uffff]/g, escapeOf));
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function nodeOf(tree: Tree, depth: number): Node {
  const node = untagged(tree, depth);
  if (tree.tag !== undefined) node.tag = tree.tag;
  return remark(node, tree.remarks);
}

function untagged(tree: Tree, depth: number): Scalar | YAMLMap | YAMLSeq {
  if (tree.kind === 'leaf') return scalar(tree.value);
  const node = tree.kind === 'list' ? new YAMLSeq() : new YAMLMap();
  node.flow = isShort(tree, depth) || (tree.remarks.beside !== undefined && !hasRemarksInside(tree));
  if (tree.kind === 'list') node.items = tree.items.map((item) => nodeOf(item, depth + 1));
  else {
    node.items = tree.entries.map((entry) => pairOf(entry, depth));
  }
  return node;
}

/** What stands above or beside the key of a value on the same line stands above or beside both. */
function pairOf({ key, value, remarks }: Twig, depth: number): Pair<Scalar, Node> {
  const made = nodeOf(value, depth + 1);
  if (isCollection(made) && !made.flow) return new Pair(remark(scalar(key), remarks), made);
  const { beside, ...others } = made.comment ? above(remarks) : remarks;
  const { commentBefore } = made;
  if (beside !== undefined) made.comment = beside;
  made.commentBefore = null;
  return new Pair(remark(scalar(key), together(others, commentBefore ? { before: commentBefore } : {})), made);
}

/** Texts are quoted, and lose their quotes where the form of blueprints has none. */
function scalar(value: string | number | boolean | null): Scalar {
  const node = new Scalar(value);
  node.type = typeof value === 'string' ? 'QUOTE_DOUBLE' : 'PLAIN';
  if (typeof value === 'number') node.source = String(value);
  return node;
}

function remark<T extends Node>(node: T, { before, beside, under, space }: Remarks): T {
  if (before !== undefined) node.commentBefore = before;
  if (beside !== undefined || under !== undefined)
    node.comment = [beside, under].filter((text) => text !== undefined).join('\n');
  if (space === true) node.spaceBefore = true;
  return node;
}

/** Whether a list or map is little enough to stand on one line. */
function isShort(tree: Tree, depth: number): boolean {
  if (tree.kind === 'leaf' || tree.remarks.before !== undefined || hasRemarksInside(tree)) return false;
  const values = tree.kind === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  if (values.length === 0) return true;
  if (tree.kind === 'branch' && (depth < 4 || values.length > 3)) return false;
  const size = values.reduce((sum, value) => sum + (isSimple(value) ? String(value.value).length + 4 : WIDTH + 1), 0);
  const keys = tree.kind === 'branch' ? tree.entries.reduce((sum, { key }) => sum + key.length, 0) : 0;
  return size + keys <= WIDTH;
}

function isSimple(tree: Tree): tree is Tree & { kind: 'leaf' } {
  return tree.kind === 'leaf' && !(typeof tree.value === 'string' && /\n|\$\{\{/.test(tree.value));
}
