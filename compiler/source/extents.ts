/** Where a content ends, without the white space behind it, so that a span does not reach into the next line. */
export function contentEnd(text: string, start: number, end: number): number {
  let last = Math.min(end, text.length);
  while (last > start && text.charCodeAt(last - 1) <= 0x20) last--;
  return last;
}

/** Where the tag begins that stands in front of a content. */
export function tagStart(text: string, content: number): number {
  let start = text.lastIndexOf('!', content - 1);
  while (start > 0 && isWord(text[start - 1])) start--;
  return start === -1 ? content : start;
}

/** Where a tag ends. */
export function tagEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWord(text[end])) end++;
  return end;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[^\s,[\]{}]/.test(character);
}
