/**
 * Whether a pattern with `*` and `?` (IAM User Guide, "Using wildcards") matches everything that a text matches, which
 * may be a pattern, too. Upper and lower case are the same, as in actions.
 */
export function globCovers(pattern: string, text: string): boolean {
  const [p, t] = [pattern.toLowerCase(), text.toLowerCase()];
  let [at, from] = [0, 0];
  let star = -1;
  let retry = 0;
  while (from < t.length) {
    if (p[at] === '*') {
      star = at++;
      retry = from;
    } else if (p[at] === t[from] || (p[at] === '?' && t[from] !== '*')) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++retry;
    } else return false;
  }
  while (p[at] === '*') at++;
  return at === p.length;
}
