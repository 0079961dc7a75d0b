/** Code points that a terminal draws two cells wide: the ranges marked W or F in Unicode's EastAsianWidth.txt. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** How many cells of a terminal a character as the user sees it (a grapheme) takes: 0, 1 or 2. */
export function width(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u.test(grapheme)) return 2;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
