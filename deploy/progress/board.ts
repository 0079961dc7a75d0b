import type { StackStatus } from '../api/cloudformation.js';
import type { DeployEvent, ResourceEvent, StackStateEvent, Watched } from '../api/report.js';
import { advanced, type Row, waitingRow } from './row.js';
import { type Direction, directionOf, stageOf } from './statuses.js';

/** A row and how deep it is in nested stacks. */
export interface Placed {
  readonly row: Row;
  readonly depth: number;
}

/** What a board is made of. */
export type Tracked = Extract<DeployEvent, { readonly kind: 'watch' | 'resource' | 'stack' }>;

export function isTracked(event: DeployEvent): event is Tracked {
  return event.kind === 'watch' || event.kind === 'resource' || event.kind === 'stack';
}

/** What is known of an operation: its resources in their order, nested stacks' under their parents, and the stack's state. */
export class Board {
  private readonly rows = new Map<string, Row>();
  /** The keys of the rows of each stack, by its path. */
  private readonly stacks = new Map<string, string[]>();
  private readonly directions = new Map<string, Direction>();
  /** The state that each stack began with. */
  private readonly outsets = new Map<string, StackStatus>();
  private order: readonly { readonly key: string; readonly depth: number }[] | undefined;
  private state: StackStateEvent | undefined;
  private first: number | undefined;

  take(event: Tracked): void {
    if (event.kind === 'watch') for (const watched of event.resources) this.place(event.stack, watched);
    else if (event.kind === 'resource') this.resource(event);
    else this.stack(event);
  }

  private resource(event: ResourceEvent): void {
    const { stack, id, type, where, at } = event;
    const watched: Watched = { id, type, needs: [], action: 'none', ...(where === undefined ? {} : { where }) };
    const row = this.place(stack, watched);
    this.rows.set(keyOf(stack, id), advanced(row, event, this.direction(stack)));
    this.first = Math.min(this.first ?? at, at);
  }

  /** Only the outermost stack's state is the state of the whole. */
  private stack(event: StackStateEvent): void {
    const first = this.outsets.get(event.stack) ?? event.status;
    this.outsets.set(event.stack, first);
    this.directions.set(event.stack, directionOf(event.status, first));
    if (this.state !== undefined && event.stack.startsWith(`${this.state.stack}/`)) return;
    this.state = event;
    this.first = Math.min(this.first ?? event.at, event.at);
  }

  get name(): string | undefined {
    return this.state?.stack ?? this.stacks.keys().next().value;
  }

  get status(): StackStatus | undefined {
    return this.state?.status;
  }

  /** When it was over; undefined while it goes on. */
  get ended(): number | undefined {
    return this.state !== undefined && stageOf(this.state.status) !== 'active' ? this.state.at : undefined;
  }

  /** When the first thing happened. */
  get begun(): number | undefined {
    return this.first;
  }

  /** Whether what had been done is being undone, or was: not for an operation that does nothing else. */
  get turned(): boolean {
    if (this.state === undefined) return false;
    const { stack, status } = this.state;
    const first = this.outsets.get(stack) ?? status;
    return directionOf(first) === 'forward' && (directionOf(status, first) === 'back' || /ROLLBACK/.test(status));
  }

  /** What there is to see: not what nothing happens to. */
  placed(): readonly Placed[] {
    this.order ??= this.walk();
    return this.order.flatMap(({ key, depth }) => {
      const row = this.rows.get(key);
      return row === undefined || isIdle(row) ? [] : [{ row, depth }];
    });
  }

  /** The row of a resource of a stack; undefined where nothing happens to it. */
  find(stack: string, id: string): Row | undefined {
    const row = this.rows.get(keyOf(stack, id));
    return row === undefined || isIdle(row) ? undefined : row;
  }

  isParent({ stack, watched: { id } }: Row): boolean {
    return this.stacks.has(`${stack}/${id}`);
  }

  private direction(stack: string): Direction {
    return this.directions.get(stack) ?? this.directions.get(this.state?.stack ?? '') ?? 'forward';
  }

  private place(stack: string, watched: Watched): Row {
    const key = keyOf(stack, watched.id);
    const known = this.rows.get(key);
    // What an event says of a resource is less than what was said when it began to be watched.
    const row =
      known === undefined ? waitingRow(stack, watched) : watched.action === 'none' ? known : { ...known, watched };
    this.rows.set(key, row);
    if (known !== undefined) return row;
    const keys = this.stacks.get(stack);
    if (keys === undefined) this.stacks.set(stack, [key]);
    else keys.push(key);
    this.order = undefined;
    return row;
  }

  private walk(): readonly { readonly key: string; readonly depth: number }[] {
    const outer = [...this.stacks.keys()].filter((path) => !this.hasParent(path));
    const stack = outer.reverse().flatMap((path) => this.keysOf(path, 0));
    const order: { readonly key: string; readonly depth: number }[] = [];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      order.push(next);
      const row = this.rows.get(next.key);
      if (row !== undefined)
        for (const key of this.keysOf(`${row.stack}/${row.watched.id}`, next.depth + 1)) stack.push(key);
    }
    return order;
  }

  /** The rows of a stack from the last to the first, to be put on a stack. */
  private keysOf(path: string, depth: number) {
    return (this.stacks.get(path) ?? []).toReversed().map((key) => ({ key, depth }));
  }

  private hasParent(path: string): boolean {
    const end = path.lastIndexOf('/');
    return end > 0 && this.rows.has(keyOf(path.slice(0, end), path.slice(end + 1)));
  }
}

function keyOf(stack: string, id: string): string {
  return `${stack}/${id}`;
}

function isIdle({ stage, watched: { action } }: Row): boolean {
  return stage === 'waiting' && action === 'none';
}
