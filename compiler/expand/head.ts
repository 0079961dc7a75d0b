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
  ) {}
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
