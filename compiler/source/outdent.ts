import { isCollection, isMap, isNode, isPair, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';

/** A line of a comment under the last item of something, and the column that it stands in, from 0. */
interface Line {
  readonly text: string;
  readonly column: number;
  /** Whether an empty line stands above. */
  readonly space: boolean;
  /** Whether an empty line stands below. */
  readonly spaceBelow: boolean;
}

/**
 * Hands comments that stand further out than what they follow to what comes next. `yaml` takes a comment under an item
 * for one about the inside of that item, together with all comments that come directly after it.
 */
export function outdent(contents: unknown, text: string): void {
  if (isCollection(contents)) keep(contents, within(contents, text, 0));
}

/** What stands too far out, after what stands in the collection has been handed on. */
function within(node: YAMLMap | YAMLSeq, text: string, column: number): readonly Line[] {
  if (node.flow) return [];
  const inner: readonly unknown[] = node.items;
  let left: readonly Line[] = [];
  for (const item of inner) {
    if (left.length > 0) stand(item, left);
    left = isPair(item) ? inside(item.value, text, column) : inside(item, text, column);
  }
  return left.length > 0 ? left : ownLines(node, text);
}

function inside(node: unknown, text: string, outer: number): readonly Line[] {
  if (!isCollection(node) || node.flow) return [];
  const column = columnOf(node, text);
  const lines = within(node, text, column);
  // The dash of a list may stand under the key; what stands there as well is about the next key.
  const least = isSeq(node) ? Math.max(column, outer + 1) : column;
  const first = lines.findIndex((line) => line.column < least);
  if (first < 0) {
    keep(node, lines);
    return [];
  }
  keep(node, lines.slice(0, first));
  return lines.slice(first);
}

/** The comment under the last item, with its columns; nothing where the text does not say the same. */
function ownLines(node: YAMLMap | YAMLSeq, text: string): readonly Line[] {
  const comment = node.comment?.split(/\r?\n/).filter((line) => line.trim() !== '') ?? [];
  const end = node.range?.[1] ?? text.length;
  const start = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  const lines: Line[] = [];
  let space = false;
  for (let at = start; lines.length < comment.length && at < text.length; ) {
    const stop = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const [, blanks = '', said] = /^([ \t]*)(?:#(.*?))?\r?$/.exec(text.slice(at, stop)) ?? [];
    at = stop + 1;
    if (said !== undefined) {
      lines.push({
        text: said,
        column: blanks.length,
        space,
        spaceBelow: /^[ \t]*\r?\n/.test(text.slice(at, at + 200)),
      });
    }
    space = said === undefined;
  }
  const same = lines.length === comment.length && lines.every((line, index) => line.text === comment[index]);
  if (same) node.comment = null;
  return same ? lines : [];
}

function keep(node: YAMLMap | YAMLSeq, lines: readonly Line[]): void {
  if (lines.length > 0) node.comment = textOf(lines);
}

function stand(item: unknown, lines: readonly Line[]): void {
  const head = (isPair(item) ? item.key : item) as Node;
  if (!isNode(head)) return;
  const before = head.commentBefore ? `\n${head.commentBefore}` : '';
  const gap = head.spaceBefore || lines.at(-1)?.spaceBelow ? '\n' : '';
  head.commentBefore = textOf(lines).replace(/^\n/, '') + gap + before;
  head.spaceBefore = lines[0]?.space ?? false;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, space }) => (space ? `\n${text}` : text)).join('\n');
}

function columnOf(node: YAMLMap | YAMLSeq, text: string): number {
  const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
  const start = first?.range?.[0] ?? node.range?.[0] ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}
