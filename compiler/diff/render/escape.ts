import { printable } from '../../diagnostics/render/printable.js';

/** Text for HTML, between tags or in an attribute; halves of surrogate pairs and controls become U+FFFD. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/**
 * Text of one line in Markdown: nothing in it is markup, and nobody is mentioned (GitHub looks for `@name` behind all
 * escapes, so that a character without width has to stand between).
 */
export function escaped(text: string): string {
  return text
    .replaceAll(/[&<>\\`*_{}[\]()#+\-!|~:$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('@', '@\u200b');
}

/** Text as code in a line of Markdown, whatever it has of backticks. */
export function code(given: string): string {
  const text = printable(given);
  const marks = '`'.repeat(longestRun(text) + 1);
  const pad = /^[` ]|[` ]$/.test(text) || text === '' ? ' ' : '';
  return `${marks}${pad}${text}${pad}${marks}`;
}

/** Lines as a block of code in Markdown, which nothing in them can close. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}${language}\n${text}\n${marks}`;
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
}
