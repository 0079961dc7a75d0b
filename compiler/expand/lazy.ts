import type { Place } from '../source/place.js';
import type { Head } from './head.js';

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
