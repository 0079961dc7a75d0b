import hints from './hints.json' with { type: 'json' };

/** AWS's reasons are far shorter; a longer one is nothing that a pattern should be tried on. */
const longest = 4000;

/** What to look at, for a reason that is well known; undefined for any other. */
export function hintFor(reason: string): string | undefined {
  const text = reason.slice(0, longest);
  for (const { pattern, hint } of hints) {
    const found = new RegExp(pattern).exec(text);
    if (found) return hint.replace('$1', () => found[1] ?? '');
  }
  return undefined;
}
