import type { Instance } from './instance.js';
import type { RawResource } from './raw.js';

/** A resource that `forEach` repeats. */
export class Group {
  constructor(
    readonly id: string,
    /** In the order of the repetition. */
    readonly members: ReadonlyMap<string, Instance | RawResource>,
  ) {}
}
