import { layOut } from './layout.js';
import type { Node } from './node.js';
import { parse } from './parse.js';
import { printJson } from './print.js';
import { comments, sameMeaning } from './sameness.js';

/** How often a text is formatted until it stays as it is. */
const ROUNDS = 4;

/**
 * The canonical form of a blueprint: two spaces, keys in order, no needless quotes, texts of several lines as blocks,
 * comments and the empty lines between things kept. JSON stays JSON. Formatting what it gives changes nothing, and it
 * means what the text means; a text for which neither can be had, or that has errors, comes back as it is.
 */
export function format(text: string): string {
  const root = read(text);
  if (root === undefined) return text;
  if (isJson(text)) return printJson(root);
  const kept = comments(text);
  const faithful = (result: string): boolean => comments(result) === kept && sameMeaning(root, read(result));
  // An anchor that would come behind its alias is why keys must sometimes stay where they are.
  const result = settle(text, true, faithful) ?? settle(text, false, faithful) ?? text;
  // Braces around nothing but quoted texts are JSON once they have been tidied.
  return result !== text && isJson(result) ? format(result) : result;
}

/** Formats until nothing changes; undefined where that does not come about or the meaning is lost. */
function settle(text: string, ordered: boolean, faithful: (result: string) => boolean): string | undefined {
  let result = layOut(text, ordered);
  for (let round = 0; round < ROUNDS; round++) {
    if (!faithful(result)) return undefined;
    const again = layOut(result, ordered);
    if (again === result) return result;
    result = again;
  }
  return undefined;
}

function read(text: string): Node | undefined {
  let errors = 0;
  const { root } = parse('', text, () => void errors++);
  return errors === 0 ? root : undefined;
}

function isJson(text: string): boolean {
  if (!/^\ufeff?\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
