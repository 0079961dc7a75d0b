import { type Diagnostic, Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import type { Node } from '../../compiler/source/node.js';
import { parse } from '../../compiler/source/parse.js';
import type { Document } from '../../compiler/source/place.js';

/** A text that was parsed, with its findings as `line:column code`. */
export function read(text: string): { document: Document; diagnostics: readonly Diagnostic[]; found: string[] } {
  const diagnostics = new Diagnostics();
  const document = parse('test.yaml', text, diagnostics.report);
  const found = diagnostics.sorted.map(({ span, code }) => `${span.start.line}:${span.start.column} ${code}`);
  return { document, diagnostics: diagnostics.sorted, found };
}

/** The texts of a node and of what it holds. */
export function values(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(values);
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) map[key] = values(value);
  return map;
}
