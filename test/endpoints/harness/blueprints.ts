import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../test/endpoints/blueprints/', import.meta.url));

/** The text of a blueprint for tests, with some of it replaced. @throws Error where what is to be replaced is not in it. */
export function edited(file: string, ...replacements: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(`${folder}${file}`, 'utf8');
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}.`);
    text = text.replace(from, to);
  }
  return text;
}
