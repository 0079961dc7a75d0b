import { type Outcome, outcome } from '../../compiler/commands/outcome.js';
import type { DeployEvent, Result, Verdict } from '../api/report.js';
import type { Session } from '../api/session.js';
import { listen } from '../flow/interrupts.js';
import { endingOf } from '../flow/states/endings.js';
import { follow } from '../flow/watch/follow.js';
import type { Told } from '../flow/watch/tell.js';
import { eventData } from '../progress/eventData.js';
import { isCancelled } from '../progress/failure.js';
import { isBusy } from '../queries/busy.js';
import { type Extent, feedOf, historyOf } from '../queries/history.js';
import { historyText } from '../queries/historyText.js';
import { placesOf } from '../queries/places.js';
import { findStack, idOf } from '../queries/stack.js';
import { type Looked, lookedAt, type QueryOptions } from '../queries/target.js';

export interface EventsOptions extends QueryOptions {
  /** Whether to go on with what happens until nothing does. */
  readonly follow: boolean;
  /** Whether nothing is wanted but what failed by itself. */
  readonly failed: boolean;
  readonly operation: Extent;
}

/**
 * `jiml events`: what happened to a stack and the ones within it, in the order of time; as JSON an event a line
 * (schemas/output/event.schema.json). What is followed is told as it happens, the past included.
 *
 * @throws Misuse, Fault
 */
export async function events(options: EventsOptions, session: Session): Promise<Outcome> {
  const looked = lookedAt(options, session);
  const stack = await findStack(session, looked.stack);
  const { where } = await placesOf(looked.file, options.components);
  const told: Told = { stackId: idOf(stack), name: stack.StackName ?? looked.stack, where };
  if (options.follow) return await followed(options, session, looked, told, isBusy(stack.StackStatus));
  const all = await historyOf(session, told, options.operation);
  const wanted = options.failed ? all.filter(isFailure) : all;
  if (options.form === 'json') {
    const lines = wanted.map((event) => `${JSON.stringify(eventData(event, session.clock.now()))}\n`);
    return outcome({ output: lines.join('') });
  }
  const cancelled = options.failed ? all.filter(isConsequence).length : 0;
  return outcome({ output: `${historyText(wanted)}${cascadeText(cancelled)}` });
}

async function followed(
  { failed, operation, form }: EventsOptions,
  session: Session,
  { named }: Looked,
  { stackId, name, where }: Told,
  busy: boolean,
): Promise<Outcome> {
  const interrupts = listen(session);
  const report = (event: DeployEvent) => {
    if (!failed || isFailure(event)) session.report(event);
  };
  try {
    const work = {
      session: { ...session, report },
      stack: name,
      name,
      subject: named,
      again: `jiml events ${named} --follow`,
      yes: false,
      wait: true,
      deadline: undefined,
      interrupts,
      where,
    };
    const { how, status } = await follow(work, { feed: await feedOf(session, stackId, operation), begun: true });
    // People see that it is over; programs read how it ended from the last line.
    const concluded = (verdict: Verdict, text: string): Outcome => {
      const result: Result = { stack: name, stackId, status, verdict, text, next: [], outputs: {} };
      if (form === 'json') session.report({ kind: 'end', result });
      return outcome(verdict === 'done' ? {} : { verdict });
    };
    if (how === 'interrupted') {
      const text = `What goes on in "${name}" goes on without jiml (${status}): \`jiml events ${named} --follow\` shows it again.`;
      if (isBusy(status)) session.report({ kind: 'note', text });
      return concluded('interrupted', `jiml stopped watching "${name}".`);
    }
    const ending = endingOf(status);
    const verdict = busy && (ending === 'rolled-back' || ending === 'stuck') ? ending : 'done';
    return concluded(verdict, `Nothing goes on in "${name}" (${status}).`);
  } finally {
    interrupts.close();
  }
}

function isFailure(event: DeployEvent): boolean {
  return (
    event.kind === 'warning' ||
    ((event.kind === 'resource' || event.kind === 'stack') && event.status.endsWith('_FAILED') && !isConsequence(event))
  );
}

function isConsequence(event: DeployEvent): boolean {
  return event.kind === 'resource' && isCancelled(event);
}

function cascadeText(count: number): string {
  if (count === 0) return '';
  return `${count} more ${count === 1 ? 'was' : 'were'} cancelled because of that.\n`;
}
