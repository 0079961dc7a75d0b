import type { Node, ScalarNode } from '../../compiler/source/node.js';
import { intrinsicTags } from '../../compiler/template/cloudformation.js';
import type { Json } from './generators.js';

/** A blueprint as JSON writes it: functions by their long names, numbers and booleans where YAML 1.2 has them. */
export function toPlain(node: Node | undefined): Json {
  if (node === undefined) return null;
  if (node.tag !== undefined) {
    const { tag, ...rest } = node;
    return { [intrinsicTags.get(tag)?.name ?? tag]: toPlain(rest) };
  }
  if (node.kind === 'scalar') return scalar(node);
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
}

function scalar({ style, text }: ScalarNode): Json {
  if (style !== 'plain') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return String(Number(text)) === text ? Number(text) : text;
}
