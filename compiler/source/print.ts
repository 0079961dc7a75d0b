import type { Entry, MapNode, Node } from './node.js';
import { resourceOrder, topLevelOrder } from './order.js';

/** Writes a JSON document anew: two spaces, numbers as they were written, keys in canonical order. */
export function printJson(root: Node): string {
  return `${print(root.kind === 'map' ? blueprint(root) : root, '')}\n`;
}

function print(node: Node, indent: string): string {
  if (node.kind === 'scalar') return node.style === 'plain' ? node.text : JSON.stringify(node.text);
  const inner = `${indent}  `;
  if (node.kind === 'list')
    return enclose(
      '[',
      ']',
      indent,
      node.items.map((item) => print(item, inner)),
    );
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value, inner)}`);
  return enclose('{', '}', indent, entries);
}

function enclose(open: string, close: string, indent: string, lines: readonly string[]): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function blueprint(root: MapNode): MapNode {
  const entries = arrange(root, topLevelOrder).map((entry) => {
    const { key, value } = entry;
    return key === 'resources' && value.kind === 'list'
      ? { ...entry, value: { ...value, items: value.items.map(resource) } }
      : entry;
  });
  return { ...root, entries };
}

function resource(node: Node): Node {
  const typed = node.kind === 'map' && node.entries.some(({ key }) => key === 'type');
  return typed ? { ...node, entries: arrange(node, resourceOrder) } : node;
}

function arrange(node: MapNode, order: (keys: readonly string[]) => readonly string[]): readonly Entry[] {
  const entries = new Map(node.entries.map((entry) => [entry.key, entry]));
  return order([...entries.keys()])
    .map((key) => entries.get(key))
    .filter((entry) => entry !== undefined);
}
