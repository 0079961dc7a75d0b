import { Lexer } from 'yaml';
import type { MapNode, Node } from './node.js';
import { looksTyped } from './quoting.js';

/** Whether two nodes mean the same wherever they stand: the order of keys aside, and how texts are quoted. */
export function sameMeaning(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.tag !== b.tag) return false;
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    return a.text === b.text && (isText(a) === isText(b) || !looksTyped(a.text));
  }
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, index) => sameMeaning(item, b.items[index]));
  }
  return a.kind === 'map' && b.kind === 'map' && sameEntries(a, b);
}

function isText(node: Node): boolean {
  return node.kind === 'scalar' && node.style !== 'plain';
}

function sameEntries(a: MapNode, b: MapNode): boolean {
  const values = new Map(b.entries.map(({ key, value }) => [key, value]));
  return (
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }) => values.has(key) && sameMeaning(value, values.get(key)))
  );
}

/** The comments of a YAML text, sorted. */
export function comments(text: string): string {
  const found: string[] = [];
  let content = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!content && lexeme.startsWith('#')) found.push(lexeme.trim());
    // The lexer's sign that a plain or block scalar follows.
    content = lexeme === '\x1f';
  }
  return found.sort().join('\n');
}
