import type { Output, Stack } from '../../api/cloudformation.js';
import type { ResourceEvent, Result } from '../../api/report.js';
import { failureOf } from '../../progress/failure.js';
import { flagsOf } from '../flags.js';
import { fill } from '../say.js';
import { endingOf } from '../states/endings.js';
import type { Followed } from '../watch/follow.js';
import type { Work } from '../work.js';
import { endings, type Kind, type Said } from './kinds.js';
import { nexts } from './next.js';
import { stopped } from './stopped.js';

/** How an operation ended, for the person who asked for it. @throws Stopped where watching it ended before. */
export function ended(work: Work, kind: Kind, followed: Followed): Result {
  const { status, stack, events, stacks } = followed;
  if (followed.how !== 'ended') {
    if (kind === 'update' && status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS') return cleaning(work, followed);
    throw stopped(work, followed);
  }
  const [verdict, sentence] = howEnded(kind, followed);
  const named = { stack: work.name, subject: work.subject };
  const failure = verdict === 'done' || verdict === 'interrupted' ? undefined : failureOf(events, stacks);
  return {
    stack: named.stack,
    ...(stack?.StackId === undefined ? {} : { stackId: stack.StackId }),
    status,
    verdict,
    text: fill(sentence, named, status),
    next: nextLines(followed, kind, work),
    ...(failure === undefined ? {} : { failure }),
    outputs: verdict === 'done' ? outputsOf(stack) : {},
  };
}

/** An update that the person who watched it had cancelled has not failed: it was interrupted, and put back. */
function howEnded(kind: Kind, { status, cancelled = false }: Followed): Said {
  const ending = endingOf(status);
  if (!cancelled || kind !== 'update' || ending === 'done') return endings[kind][ending];
  const [verdict, sentence] = endings.cancel[ending];
  return [verdict === 'done' ? 'interrupted' : verdict, sentence];
}

/** All is done but for what is no longer needed, which nobody has to wait for. */
function cleaning({ name, subject }: Work, { status, stack }: Followed): Result {
  const text = `The stack "${name}" is updated; what it no longer needs is still being deleted.`;
  const next = [`jiml events ${subject} --follow`];
  const id = stack?.StackId === undefined ? {} : { stackId: stack.StackId };
  return { stack: name, ...id, status, verdict: 'done', text, next, outputs: outputsOf(stack) };
}

function nextLines({ status, stack, events }: Followed, kind: Kind, work: Work): readonly string[] {
  // What was to be imported stands in the command.
  if (kind === 'import' && status === 'IMPORT_ROLLBACK_COMPLETE') return [work.again];
  if (status === 'DELETE_COMPLETE' && kind !== 'delete' && stack?.StackId !== undefined)
    return [`jiml events --stack ${stack.StackId} --failed${flagsOf(work.session)}`];
  const failed = failedAtLast(events);
  const lines = Object.hasOwn(nexts, status) ? nexts[status] : [`jiml events ${work.subject}`];
  return [
    ...(status === 'DELETE_FAILED' && hasFullBucket(events) ? ['jiml destroy {subject} --empty-buckets'] : []),
    ...lines,
  ]
    .filter((line) => failed !== undefined || !line.includes('{failed}'))
    .map((line) => fill(line, work).replaceAll('{failed}', failed ?? ''));
}

/** Whether a bucket could not be deleted since there is something in it. */
function hasFullBucket(events: readonly ResourceEvent[]): boolean {
  return events.some(
    ({ type, status, reason = '' }) =>
      type === 'AWS::S3::Bucket' && status === 'DELETE_FAILED' && /not empty/i.test(reason),
  );
}

/** What could not be deleted or put back at the end. */
function failedAtLast(events: readonly ResourceEvent[]): string | undefined {
  const last = new Map(events.filter(({ stack }) => !stack.includes('/')).map((event) => [event.id, event]));
  return [...last.values()].find(({ status }) => status.endsWith('_FAILED'))?.id;
}

/** The outputs of a stack by their names, sorted. */
export function outputsOf(stack: Stack | undefined): Result['outputs'] {
  const outputs = [...(stack?.Outputs ?? [])].sort((a, b) => ((a.OutputKey ?? '') < (b.OutputKey ?? '') ? -1 : 1));
  return Object.assign(Object.create(null), ...outputs.map(outputOf));
}

function outputOf({ OutputKey = '', OutputValue = '', Description }: Output) {
  const value = { value: OutputValue, ...(Description ? { description: Description } : {}) };
  return Object.defineProperty({}, OutputKey, { value, enumerable: true });
}
