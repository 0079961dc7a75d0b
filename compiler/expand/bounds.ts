import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';

/** Deeper than any blueprint needs. In nested evaluations. */
const DEEPEST = 400;

/** More values than any template can hold. */
const MOST = 2_000_000;

const MOST_HINTS = 100;

/** More resources, with all that they consist of, than any stack can hold. */
const MOST_PARTS = 100_000;

/** Keeps an expansion finite: a hostile type is told instead of using up the stack or the time. */
export class Bounds {
  private depth = 0;
  private left = MOST;
  private hints = 0;
  private parts = 0;
  private deep = false;

  constructor(private readonly report: Report) {}

  /** Whether nothing more is evaluated. */
  get spent(): boolean {
    return this.left <= 0;
  }

  /** A hint that costs more the more names there are; undefined where there are more than anybody reads. */
  hint(find: () => string | undefined): string | undefined {
    return ++this.hints > MOST_HINTS ? undefined : find();
  }

  /** Whether there may be one more part of a resource; reported where it is one too many. */
  another(place: Place): boolean {
    this.parts++;
    if (this.parts === MOST_PARTS) this.report('too-many-resources', place, { most: MOST_PARTS });
    return this.parts < MOST_PARTS;
  }

  /** One more value; undefined (and reported) where it is one too many, or leads too deep. */
  within<T>(place: Place, compute: () => T): T | undefined {
    if (this.depth > DEEPEST) {
      if (!this.deep) this.report('too-deep', place, { limit: DEEPEST });
      this.deep = true;
      return undefined;
    }
    if (--this.left <= 0) {
      if (this.left === 0) this.report('too-many-values', place, { most: MOST });
      return undefined;
    }
    this.depth++;
    try {
      return compute();
    } finally {
      this.depth--;
    }
  }
}
