import { globMatches } from '../../text/glob.js';

/**
 * Whether a pattern with `*` and `?` (IAM User Guide, "Using wildcards") matches everything that a text matches, which
 * may be a pattern, too. Upper and lower case are the same, as in actions.
 */
export function globCovers(pattern: string, text: string): boolean {
  return globMatches(pattern.toLowerCase(), text.toLowerCase());
}
