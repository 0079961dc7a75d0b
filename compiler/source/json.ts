import type { Report } from '../diagnostics/diagnostic.js';
import type { Node } from './node.js';
import { parse } from './parse.js';
import type { Document } from './place.js';

/**
 * A JSON text whose values are already known (from `JSON.parse`, which is many times faster than YAML): it is read
 * again, for positions, when something in it has to be shown.
 */
export function jsonDocument(file: string, text: string): Document {
  let read: Document | undefined;
  const silent: Report = () => {};
  const document = (): Document => {
    read ??= parse(file, text, silent);
    return read;
  };
  return {
    file,
    text,
    get root() {
      return document().root;
    },
    span: (path, part) => document().span(path, part),
  };
}

/** A text whose nodes are known already; it is read again where something in it has to be shown. */
export function knownDocument(file: string, text: string, root: Node): Document {
  const { span } = jsonDocument(file, text);
  return { file, text, root, span };
}

/** A JSON value as a node; it has no position of its own, a place finds it through its document. */
export function jsonNode(value: unknown): Node {
  const at = { start: 0, end: 0 };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(jsonNode), ...at };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => ({
      key,
      keyStart: 0,
      keyEnd: 0,
      value: jsonNode(item),
    }));
    return { kind: 'map', entries, ...at };
  }
  return { kind: 'scalar', text: String(value), style: typeof value === 'string' ? 'double' : 'plain', ...at };
}
