import { Script } from 'node:vm';

/** A pattern that goes astray is given up after this long (milliseconds). */
const PATIENCE = 200;

/** Longer texts and patterns are matched with a watchdog in any case. In UTF-16 code units. */
const LONG = 1000;

/** A group that is repeated, whose time can grow with 2 to the length. */
const REPEATED_GROUP = /\)[*+{]/;

/** With more repetitions in a row than this, time grows faster than the square of the length. */
const FEW = 2;

/** Whether a text matches a schema's pattern. Where that takes for ever it does not: nobody can tell. */
export function matches({ source, flags }: RegExp, text: string): boolean {
  if (isQuick(source) && text.length <= LONG) return new RegExp(source, flags).test(text);
  const written = [source, flags, text].map((part) => JSON.stringify(part));
  const script = new Script(`new RegExp(${written[0]}, ${written[1]}).test(${written[2]})`);
  try {
    return script.runInThisContext({ timeout: PATIENCE }) === true;
  } catch {
    return false;
  }
}

function isQuick(source: string): boolean {
  if (source.length > LONG || REPEATED_GROUP.test(source)) return false;
  return (source.match(/[*+{]/g) ?? []).length <= FEW;
}

/** How the validator reads and runs patterns. */
export function guarded(pattern: string, flags: string) {
  const expression = new RegExp(pattern, flags);
  return { test: (text: string) => matches(expression, text), toString: () => String(expression) };
}
guarded.code = 'new RegExp';
