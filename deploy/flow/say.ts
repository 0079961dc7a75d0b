import type { Work } from './work.js';

/** A text of a table with `{stack}`, `{state}` and `{subject}` filled in. */
export function fill(text: string, { stack, subject }: Pick<Work, 'stack' | 'subject'>, state = ''): string {
  const values: Readonly<Record<string, string>> = { stack, subject, state };
  return text.replaceAll(/\{(stack|subject|state)\}/g, (_, name: string) => values[name] ?? '');
}

/** Words in a sentence: `A`, `A and B`, `A, B and 7 more`. */
export function some(words: readonly string[], most = 5): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
