import { type Outcome, outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { isCancelled } from '../progress/failure.js';
import { type Happened, historyOf } from '../queries/history.js';
import { historyText } from '../queries/historyText.js';
import { placesOf } from '../queries/places.js';
import { findStack, idOf } from '../queries/stack.js';
import { lookedAt, type QueryOptions } from '../queries/target.js';

export interface EventsOptions extends QueryOptions {
  /** Whether to go on with what happens until nothing does. */
  readonly follow: boolean;
  /** Whether nothing is wanted but what failed by itself. */
  readonly failed: boolean;
  readonly operation: 'last' | 'all';
}

/**
 * `jiml events`: what happened to a stack and the ones within it, in the order of time; as JSON an event a line
 * (schemas/output/events.schema.json). @throws Misuse, Fault
 */
export async function events(options: EventsOptions, session: Session): Promise<Outcome> {
  const { stack: name, file } = lookedAt(options, session.local);
  const stack = await findStack(session, name);
  const places = await placesOf(file, options.components);
  const last = options.operation === 'last';
  const all = await historyOf(session, { stackId: idOf(stack), stack: stack.StackName ?? name, last, places });
  const wanted = options.failed ? all.filter(isFailure) : all;
  const cancelled = options.failed ? all.filter(isConsequence).length : 0;
  if (options.form === 'json') return outcome({ output: wanted.map((event) => `${JSON.stringify(event)}\n`).join('') });
  return outcome({ output: `${historyText(wanted)}${cascadeText(cancelled)}` });
}

function isFailure(event: Happened): boolean {
  return event.status.endsWith('_FAILED') && !isConsequence(event);
}

function isConsequence(event: Happened): boolean {
  return event.kind === 'resource' && isCancelled(event);
}

function cascadeText(count: number): string {
  if (count === 0) return '';
  return `${count} more ${count === 1 ? 'was' : 'were'} cancelled because of that.\n`;
}
