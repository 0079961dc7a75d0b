import type { Place } from '../source/place.js';
import type { Call, Reference, Text, Value } from '../template/value.js';
import type { LazyList, LazyMap } from './lazy.js';
import type { Thing } from './thing.js';

/**
 * A value as far as it had to be looked at: lists and maps are not evaluated inside, things are still things. Undefined
 * is what is not given.
 */
export type Head =
  | undefined
  | string
  | number
  | boolean
  | null
  | Reference
  | Call
  | Text
  | Choice
  | Test
  | Lookup
  | LazyList
  | LazyMap
  | Thing;

/** One of two values, decided by a condition of the template: what becomes `Fn::If`. */
export class Choice {
  constructor(
    readonly condition: string,
    readonly yes: Head,
    readonly no: Head,
    /** Where the author wrote the function, if it was one. */
    readonly place?: Place,
  ) {}

  /** The same decision between what becomes of the two; nothing where neither becomes anything. */
  map(change: (head: Head) => Head): Choice | undefined {
    const [yes, no] = [change(this.yes), change(this.no)];
    return yes === undefined && no === undefined ? undefined : new Choice(this.condition, yes, no, this.place);
  }
}

/** True or false, but not known when compiling: a condition function. */
export class Test {
  constructor(readonly value: Value) {}
}

/** A table looked up with something that is not known when compiling: what becomes `Fn::FindInMap`. */
export class Lookup {
  constructor(
    readonly mapping: string,
    readonly key: Value,
    /** The second key, where it was given. */
    readonly second: Value | undefined,
  ) {}
}
