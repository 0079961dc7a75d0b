/**
 * How wide a text may become, in pixels. Which font shows a picture is not known, so the widths are those of the widest
 * that is common (DejaVu Sans), by class of character.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? 1.1 : 1);
}

function emsOf(character: string): number {
  if (/[iljI.,:;|!'` ]/.test(character)) return 0.35;
  if (/[ftr()[\]/\\"*-]/.test(character)) return 0.45;
  if (/[mMW@%]/.test(character)) return 0.99;
  if (/[A-Z_~+=<>^#&]/.test(character)) return 0.74;
  if (/[ -~]/.test(character)) return 0.635;
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 0.75 : 1.1;
}

/** The text, or as much of its beginning and end as fits into a width, with an ellipsis in the middle. */
export function elided(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text.slice(0, 400), ...text.slice(Math.max(400, text.length - 400))];
  for (let kept = Math.min(characters.length - 1, 200); kept > 1; kept--) {
    const tail = Math.floor(kept * 0.45);
    const shorter = `${characters.slice(0, kept - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
    if (textWidth(shorter, size, bold) <= width) return shorter;
  }
  return '…';
}
