import type { Node } from '../source/node.js';
import { type Document, Place } from '../source/place.js';

/** A comment that speaks of findings. Lines count from 1. */
export interface Comment {
  readonly line: number;
  /** The line that it speaks of: its own, or below comments that fill their lines the next one. */
  readonly speaksOf: number;
  /** Whether it fills its line. */
  readonly above: boolean;
  readonly words: readonly { readonly word: string; readonly place: Place }[];
}

const MARK = 'jiml-ignore';
const COMMENT = /^(.*?)(?:^|(?<=\s))#[ \t]*jiml-ignore(?=\s)/;

/** The comments `# jiml-ignore …` of a text, in order. What stands inside a text of its values is no comment. */
export function commentsIn(document: Document): readonly Comment[] {
  if (!document.text.includes(MARK)) return [];
  const lines = document.text.split('\n');
  const scalars = scalarsIn(document.root);
  const found: Comment[] = [];
  let offset = 0;
  for (const [index, text] of lines.entries()) {
    const [head, before = ''] = COMMENT.exec(text) ?? [];
    if (head !== undefined && !scalars.some(offset + head.length)) {
      const above = before.trim() === '';
      const words = wordsOf(text, head.length, index + 1, offset, document);
      found.push({ line: index + 1, speaksOf: above ? below(lines, index) : index + 1, above, words });
    }
    offset += text.length + 1;
  }
  return found;
}

/** The number of the first line below that is no comment. */
function below(lines: readonly string[], index: number): number {
  let next = index + 1;
  while (lines[next]?.trim().startsWith('#') === true) next++;
  return next + 1;
}

function wordsOf(text: string, from: number, line: number, offset: number, document: Document): Comment['words'] {
  return [...text.slice(from).matchAll(/[^\s,]+/g)].map((match) => {
    const column = from + match.index;
    const at = (within: number) => ({ offset: offset + within, line, column: within + 1 });
    const span = { start: at(column), end: at(column + match[0].length) };
    const { file, text: whole } = document;
    return { word: match[0], place: Place.root({ file, text: whole, root: undefined, span: () => span }) };
  });
}

/** Whether an offset is inside one of the texts, which are asked for in their order. */
function scalarsIn(root: Node | undefined): { some(offset: number): boolean } {
  const ranges: Node[] = [];
  gather(root, ranges);
  ranges.sort((a, b) => a.start - b.start);
  let next = 0;
  return {
    some(offset) {
      while ((ranges[next]?.end ?? offset + 1) <= offset) next++;
      return (ranges[next]?.start ?? offset + 1) <= offset;
    },
  };
}

function gather(node: Node | undefined, into: Node[]): void {
  if (node?.kind === 'scalar') into.push(node);
  else if (node?.kind === 'list') for (const item of node.items) gather(item, into);
  else for (const { value } of node?.entries ?? []) gather(value, into);
}
