import { joined, literal, type Part, partsOf } from './literal.js';
import { type Branch, branch, hasRemarks, leaf, list, type Tree, textOf } from './tree.js';

/** How a `Ref` or `Fn::GetAtt` is referred to; undefined for everything else. */
export type NameOf = (tree: Tree) => string | undefined;

/**
 * A `Fn::Join` as a text with references: as that alone where compiling gives the same parts again, with its lines as
 * the parts of a `Fn::Join` where those are the same; undefined where neither is so.
 */
export function adoptJoin(tree: Branch, nameOf: NameOf): Tree | undefined {
  const [call] = tree.entries;
  if (call?.key !== 'Fn::Join' || call.value.kind !== 'list' || hasRemarks(call.value)) return undefined;
  const [delimiter, items, more] = call.value.items;
  const between = textOf(delimiter);
  if (delimiter === undefined || items?.kind !== 'list' || more !== undefined) return undefined;
  if (between === '') return joinedText(items.items, nameOf) ?? lines('', items.items, nameOf);
  return between === '\n' ? lines('\n', items.items, nameOf) : undefined;
}

/** No two texts side by side, and nothing empty. */
function joinedText(items: readonly Tree[], nameOf: NameOf): Tree | undefined {
  const parts = normalParts(items, nameOf);
  const text = parts === undefined || parts.length < 2 ? undefined : joined(parts);
  return text === undefined ? undefined : leaf(text);
}

function normalParts(items: readonly Tree[], nameOf: NameOf): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const item of items) {
    const name = nameOf(item);
    const part = textOf(item) ?? (name === undefined ? undefined : { name });
    if (part === undefined || part === '') return undefined;
    if (typeof part === 'string' && typeof parts.at(-1) === 'string') return undefined;
    parts.push(part);
  }
  return parts;
}

/** A text of several lines, of which the parts are the lines. */
function lines(delimiter: '' | '\n', items: readonly Tree[], nameOf: NameOf): Tree | undefined {
  if (items.length < 2) return undefined;
  const parts = delimiter === '' ? withEnds(items, nameOf) : withoutEnds(items, nameOf);
  if (parts === undefined) return undefined;
  const merged = partsOf(parts);
  const text = merged.length === 1 && typeof merged[0] === 'string' ? literal(merged[0]) : joined(merged);
  if (text?.includes('\n') !== true) return undefined;
  return branch([{ key: 'Fn::Join', remarks: {}, value: list([leaf(delimiter), leaf(text)]) }]);
}

/** Each text is a line with its end, or stands before or after a reference in its line. */
function withEnds(items: readonly Tree[], nameOf: NameOf): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const item of items) {
    const name = nameOf(item);
    const text = textOf(item);
    const before = parts.at(-1);
    if (text === undefined && name === undefined) return undefined;
    if (text !== undefined && (text === '' || /\n(?!$)/.test(text))) return undefined;
    if (text !== undefined && typeof before === 'string' && !before.endsWith('\n')) return undefined;
    parts.push(text ?? { name: name ?? '' });
  }
  return parts;
}

/** Each item is a line: a text, a reference, or a text with references. */
function withoutEnds(items: readonly Tree[], nameOf: NameOf): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const [index, item] of items.entries()) {
    const name = nameOf(item);
    const text = textOf(item);
    const line = text !== undefined ? [text] : name !== undefined ? [{ name }] : nested(item, nameOf);
    if (line === undefined || line.some((part) => typeof part === 'string' && part.includes('\n'))) return undefined;
    parts.push(...(index === 0 ? [] : ['\n']), ...line);
  }
  return parts;
}

/** The parts of a `Fn::Join` inside a line. */
function nested(tree: Tree, nameOf: NameOf): readonly Part[] | undefined {
  const [call, second] = tree.kind === 'branch' ? tree.entries : [];
  if (call?.key !== 'Fn::Join' || second !== undefined || call.value.kind !== 'list') return undefined;
  const [delimiter, items, more] = call.value.items;
  if (textOf(delimiter) !== '' || items?.kind !== 'list' || more !== undefined) return undefined;
  const parts = normalParts(items.items, nameOf);
  return parts === undefined || parts.length < 2 ? undefined : parts;
}
