import type { Blueprint } from '../check/blueprint.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import type { Value } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import type { Types } from '../types/load.js';
import type { Bounds } from './bounds.js';
import type { Generated } from './generated.js';
import type { Head } from './head.js';
import type { Instance } from './instance.js';
import type { LazyList, LazyMap } from './lazy.js';
import type { Scope } from './scope.js';
import type { Thing } from './thing.js';

/** What every step of an expansion has at hand. Recursion goes through it, so that no file needs another one back. */
export interface World {
  readonly report: Report;
  readonly blueprint: Blueprint;
  readonly types: Types;
  /** Conditions and mappings that the expansion makes. */
  readonly generated: Generated;
  /** True while contributions are collected: collected lists are not complete yet. */
  collecting: boolean;
  readonly bounds: Bounds;
  /** The lists and maps that are being settled. */
  readonly open: Set<LazyList | LazyMap>;
  evaluate(expression: Expression, scope: Scope): Head;
  /** The value that stands in the template; undefined where nothing is given. */
  settle(head: Head, place: Place): Value | undefined;
  /** The instance that `shared` means; made where the blueprint has none. */
  shared(name: string, type: string, asked: Place): Thing | undefined;
  /** A part of an instance; undefined where its `when` is false. */
  part(instance: Instance, name: string): Thing | undefined;
}
