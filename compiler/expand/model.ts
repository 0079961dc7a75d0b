import type { Blueprint } from '../check/blueprint.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import type { Placed } from '../template/logical.js';
import type { Call, Reference, Text, Value } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import type { Types } from '../types/load.js';
import type { Type } from '../types/type.js';
import type { Bounds } from './bounds.js';

// The values of an expansion and what they are made of. They speak of each other, so they stand together.

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
    /** The keys of its rows; undefined where the rows are values. */
    readonly columns: readonly string[] | undefined,
  ) {}
}

/** A value that is computed when it is first asked for. Asked for while it is being computed, it needs itself. */
export class Cell {
  private state: 'new' | 'running' | 'done' = 'new';
  private head: Head;

  constructor(
    private readonly compute: () => Head,
    /** Says that the value needs itself; it is then nothing. */
    private readonly onCycle: () => void,
    /** Where it was written, if it was. */
    readonly place?: Place,
  ) {}

  /** A cell whose value is known. */
  static of(head: Head, place?: Place): Cell {
    const cell = new Cell(nothing, nothing, place);
    cell.state = 'done';
    cell.head = head;
    return cell;
  }

  get(): Head {
    if (this.state === 'running') {
      this.onCycle();
      return undefined;
    }
    if (this.state === 'new') {
      this.state = 'running';
      this.head = this.compute();
      this.state = 'done';
    }
    return this.head;
  }
}

function nothing(): undefined {}

/** A list whose items are looked at when it is asked for them; what is not given is no item. */
export class LazyList {
  private known: readonly Head[] | undefined;
  private running = false;

  constructor(
    private readonly compute: () => readonly Head[],
    /** A literal `[]`, which stays where a list that comes out empty disappears. */
    readonly stays: boolean,
    private readonly written: readonly Place[] = [],
    /** Says that the list needs itself; there it is then empty. */
    private readonly onCycle: () => void = () => {},
  ) {}

  /** Where each item was written; undefined where items and what was written do not stand for each other. */
  get places(): readonly Place[] | undefined {
    return this.written.length === this.items.length ? this.written : undefined;
  }

  get items(): readonly Head[] {
    if (this.running) {
      this.onCycle();
      return [];
    }
    if (this.known === undefined) {
      this.running = true;
      this.known = this.compute().filter((head) => head !== undefined);
      this.running = false;
    }
    return this.known;
  }
}

/** A map whose values are looked at one by one. */
export class LazyMap {
  constructor(
    readonly cells: ReadonlyMap<string, Cell>,
    /** A literal `{}`, which stays where a map that comes out empty disappears. */
    readonly stays: boolean,
  ) {}

  get(key: string): Head {
    return this.cells.get(key)?.get();
  }
}

/** What a name of a resource leads to. */
export type Thing = Instance | RawResource | Group;

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

/** A logical resource: one that the author wrote raw, or a part of a type that is one. */
export class RawResource {
  constructor(
    readonly id: string,
    readonly typeName: string,
    /** Layers of its properties, the later on top, and the scope that they are evaluated in. */
    readonly config: readonly Expression[],
    readonly scope: Scope,
    readonly settings: Settings,
    /** The resource of the blueprint that it comes from. */
    readonly place: Place,
    readonly owners: readonly string[],
  ) {}
}

/** Something that another resource adds to a list of the config. */
export interface Contribution {
  readonly from: string;
  /** Evaluated when the list is asked for. */
  readonly value: () => Head;
  readonly given: Given;
}

/** A layer of a config: values by key, and where each was written. */
export interface Layer {
  readonly map: LazyMap;
  readonly given: (key: string) => Given | undefined;
}

/** A resource of a JIML type. What it is made of is evaluated when it is asked for. */
export class Instance {
  /** By config key, what others contribute. */
  readonly contributions = new Map<string, Contribution[]>();
  readonly parts = new Map<string, 'running' | { readonly thing: Thing | undefined }>();
  readonly config = new Map<string, Cell>();
  readonly values = new Map<string, Cell>();
  readonly attributes = new Map<string, Cell>();
  /** What names mean in the type's template. */
  scope: Scope;

  constructor(
    readonly id: string,
    readonly type: Type,
    readonly layers: readonly Layer[],
    readonly settings: Settings,
    /** The resource of the blueprint that it comes from. */
    readonly place: Place,
    /** The instance that it is a part of. */
    readonly parent: Instance | undefined,
    makeScope: (instance: Instance) => Scope,
  ) {
    this.scope = makeScope(this);
  }

  /** The ids of the resources that it is a part of and its own, outermost first. */
  get owners(): readonly string[] {
    return [...(this.parent?.owners ?? []), this.id];
  }
}

/** What names mean at some place of a blueprint or of a type's template. */
export interface Scope {
  readonly world: World;
  /** Whether functions fold, as they do in a type's template; in a blueprint they stay as they were pasted. */
  readonly template: boolean;
  /** What the author wrote that is being expanded; undefined in the blueprint itself. */
  readonly author: Place | undefined;
  /** How the type is called whose template this is; '' in the blueprint. */
  readonly typeName: string;
  find(name: string): Binding | undefined;
  names(): readonly string[];
}

/** What a name leads to. */
export interface Binding {
  get(): Head;
  /** What it was given as, for blaming the author's own words instead of a template's. */
  readonly given?: () => Given | undefined;
}

/** Where a value was written, and what the names in it mean; of a list that others contribute to, also its items. */
export interface Given {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly items?: readonly Given[];
}

/** An expression and what its names mean. */
export interface Scoped {
  readonly expression: Expression;
  readonly scope: Scope;
}

/** What is said beside a config, by its author and by the types around it. */
export interface Settings {
  /** All that it waits for. */
  readonly waits: readonly Scoped[];
  /** `deletionPolicy`, `metadata` …, the outermost word counting most. */
  readonly values: ReadonlyMap<string, Scoped>;
  /** The author's `condition`. */
  readonly condition: string | undefined;
}

/** What decisions become that only CloudFormation can make. */
export interface Decisions {
  readonly conditions: ReadonlyMap<string, Placed>;
  readonly mappings: ReadonlyMap<string, Placed>;
  /** The name of a condition that is true when the value is. */
  condition(value: Value): string;
  /** The name of the condition that a reference is a text. */
  equals(reference: Reference, text: string): string;
  /** The name of a mapping with a table's content; undefined where a mapping cannot hold it. */
  mapping(name: string, table: LazyMap, world: World, place: Place): string | undefined;
}

/** What every step of an expansion has at hand. Recursion goes through it, so that no file needs another one back. */
export interface World {
  readonly report: Report;
  /** Whether something was wrong before, so that what is missing may only follow from it. */
  spoiled: boolean;
  readonly blueprint: Blueprint;
  readonly types: Types;
  /** Conditions and mappings that the expansion makes. */
  readonly generated: Decisions;
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
