/**
 * What a terminal would obey rather than show: control characters but for the tab, line and paragraph separators, the
 * marks that turn the direction of text, the byte order mark, and halves of surrogate pairs.
 */
const obeyed = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\ufeff]/gu;

/** The text with such characters spelled out (`\x1b`, `\u202e`), so that a hostile file cannot write to a terminal. */
export function printable(text: string): string {
  return text.replace(obeyed, spell);
}

function spell(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
