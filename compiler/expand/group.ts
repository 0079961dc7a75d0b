import type { Instance } from './instance.js';
import type { RawResource } from './raw.js';

/** A resource that `forEach` repeats. */
export class Group {
  constructor(
    readonly id: string,
    /** In the order of the repetition. */
    readonly members: ReadonlyMap<string, Instance | RawResource>,
    /** What is said again of a member; it must be the same. */
    readonly again: readonly RawResource[],
  ) {}
}
