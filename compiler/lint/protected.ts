import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import { globMatches } from '../text/glob.js';

/** A pattern of ids, and where it stands. */
interface Pattern {
  readonly text: string;
  readonly place: Place;
}

/** Reports patterns of `protect` that speak of no resource. */
export function lintProtected(patterns: readonly Pattern[], ids: readonly string[], report: Report): void {
  for (const { text, place } of patterns) {
    if (!ids.some((id) => globMatches(text, id))) report('protects-nothing', place, { pattern: text });
  }
}
