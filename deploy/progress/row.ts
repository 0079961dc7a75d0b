import type { ResourceEvent, Watched } from '../api/report.js';
import { isCancelled } from './failure.js';
import { type Direction, type Meaning, meaningOf, type Stage } from './statuses.js';

/** One resource of the table, as far as it has come. */
export interface Row {
  readonly stack: string;
  readonly watched: Watched;
  readonly stage: 'waiting' | Stage;
  readonly word: string;
  /** Which way its stack went when it came into this state. */
  readonly direction: Direction;
  /** When what is going on with it began, and when it was over; milliseconds since 1970. */
  readonly begun?: number;
  readonly ended?: number;
  /** Milliseconds that what was done with it before took, where this belongs to that. */
  readonly spent: number;
  readonly reason?: string;
  /** How it failed by itself, which stays to be seen while it is undone. */
  readonly failed?: { readonly reason: string; readonly took: number };
  /** Whether it was given up because something else failed, or is undone. */
  readonly undone: boolean;
}

/** A row of which nothing is known yet. */
export function waitingRow(stack: string, watched: Watched): Row {
  return { stack, watched, stage: 'waiting', word: 'waiting', direction: 'forward', spent: 0, undone: false };
}

/** What a row becomes by an event. */
export function advanced(row: Row, event: ResourceEvent, direction: Direction): Row {
  const { stage, word } = meaningIn(direction, row, event);
  const { begun: before, ended, reason: _, ...kept } = row;
  const begun = row.stage === 'active' && before !== undefined ? before : event.at;
  const failed = stage === 'failed' && !isCancelled(event) ? failure(event, begun) : row.failed;
  return {
    ...kept,
    stage,
    word,
    direction,
    begun,
    spent: spentBefore(row, stage, direction),
    undone: isCancelled(event) || (direction !== 'forward' && isUndoing(row, direction)),
    ...(stage === 'active' ? {} : { ended: row.stage === stage ? (ended ?? event.at) : event.at }),
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    ...(failed === undefined ? {} : { failed }),
  };
}

/** Deleting the old one of two is the end of replacing it. */
function spentBefore(row: Row, stage: Stage, direction: Direction): number {
  if (row.stage === 'active' || stage !== 'active') return row.spent;
  const { begun, ended } = row;
  return direction === 'tidy' && isReplaced(row) && begun !== undefined && ended !== undefined ? ended - begun : 0;
}

function failure({ at, reason = 'CloudFormation gave no reason.' }: ResourceEvent, begun: number) {
  return { reason, took: at - begun };
}

function meaningIn(direction: Direction, row: Row, event: ResourceEvent): Meaning {
  const meaning = meaningOf(event.status);
  if (isCancelled(event)) return { ...meaning, word: 'cancelled' };
  if (meaning.stage === 'failed') return meaning;
  const active = meaning.stage === 'active';
  if (direction === 'back' && event.status.startsWith('UPDATE_'))
    return { ...meaning, word: active ? 'undoing' : 'undone' };
  if (direction === 'tidy' && event.status.startsWith('DELETE_') && isReplaced(row)) {
    return { ...meaning, word: active ? 'tidying' : 'replaced' };
  }
  return meaning;
}

function isUndoing({ direction }: Row, now: Direction): boolean {
  return now === 'back' || direction === 'back';
}

/** Whether deleting in the end is about the old one of two. */
function isReplaced({ watched: { action } }: Row): boolean {
  return action === 'replace' || action === 'modify';
}
