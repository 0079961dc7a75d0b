/** A fenced block of a document, and what its fence says: ```` ```yaml file=shop.yaml ````. */
export interface Block {
  readonly language: string;
  readonly said: ReadonlyMap<string, string>;
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** Which `## ` section it stands in; 0 before the first. */
  readonly section: number;
}

const FENCE = /^(`{3,}|~{3,})(\w*)(.*)$/;

/** The fenced blocks of a Markdown text, in their order. @throws Where one is not closed. */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let section = 0;
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.startsWith('## ')) section++;
    const [, marks, language = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) continue;
    const end = lines.indexOf(marks, at + 1);
    if (end < 0) throw new Error(`The block in line ${at + 1} is not closed.`);
    const text = textOf(lines.slice(at + 1, end));
    blocks.push({ language, said: wordsOf(info), text, line: at + 1, section });
    at = end;
  }
  return blocks;
}

/** The text with other contents in its blocks, which are told apart by their lines. */
export function withTexts(markdown: string, texts: ReadonlyMap<number, string>): string {
  const lines = markdown.split('\n');
  for (const { line, text } of blocksOf(markdown).toReversed()) {
    const now = texts.get(line);
    if (now !== undefined) lines.splice(line, linesOf(text).length, ...linesOf(now));
  }
  return lines.join('\n');
}

/** The lines of a text, each of which ends with a line feed but perhaps the last. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** A text of lines. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** `name=word` and `name="some words"`. */
function wordsOf(info: string): ReadonlyMap<string, string> {
  const found = info.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g);
  return new Map([...found].map(([, name = '', quoted, word = '']) => [name, quoted ?? word]));
}
