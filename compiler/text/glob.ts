/**
 * Whether a pattern with `*` (any characters, or none) and `?` (one) matches everything that a text matches, which may be
 * a pattern, too. At most as many steps as the product of the lengths, whatever the pattern.
 */
export function globMatches(pattern: string, text: string): boolean {
  let [at, from] = [0, 0];
  let star = -1;
  let retry = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      retry = from;
    } else if (pattern[at] === text[from] || (pattern[at] === '?' && text[from] !== '*')) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++retry;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
