import type { Where } from '../../compiler/diff/model.js';
import type { Review } from '../api/report.js';

/** Something that must be allowed by name before it is done. */
export interface Guard {
  /** `replace:DB`, `delete:DB`, `widen:Firewall`, `capability:CAPABILITY_IAM`: what `--allow` takes. */
  readonly code: string;
  /** Why, one sentence. */
  readonly reason: string;
  readonly where?: Where;
}

/** Whose review it is, as far as it says what is protected. */
export interface Protected {
  /** Patterns of ids. */
  readonly protect: readonly string[];
}

/** All that must be allowed before a review may be carried out, each code once, the worst first. */
export function guards(review: Review, target: Protected): readonly Guard[] {
  void [review, target];
  return [];
}

/** What of it is still to be allowed: none of the codes or patterns of `--allow` speaks of it. */
export function guarded(review: Review, target: Protected, allow: readonly string[]): readonly Guard[] {
  void allow;
  return guards(review, target);
}

/** What to say of `--allow` where it allows nothing: a sentence for each word that speaks of no guard. */
export function needless(review: Review, target: Protected, allow: readonly string[]): readonly string[] {
  void [review, target, allow];
  return [];
}
