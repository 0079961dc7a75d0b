import type { StackStatus } from '../api/cloudformation.js';
import type { Failed, FailureReport, ResourceEvent, StackStateEvent } from '../api/report.js';
import { aftermath } from './aftermath.js';
import { hintFor } from './hint.js';
import { plainReason } from './reason.js';
import { directionOf } from './statuses.js';

const NESTED = 'AWS::CloudFormation::Stack';
/** How CloudFormation words that it gave something up because something else had failed. */
const CANCELLED = /^(?:Resource|Operation|The operation)\b.{0,60}\bcancell?ed\.?$/i;
/** How it words, at the nested stack itself, that something within it failed. */
const WITHIN = /^Embedded stack .* was not successfully|The following resource\(s\) failed to/;

/**
 * Why an operation failed: what failed by itself, of everything that failed or was cancelled. Takes the events of that
 * operation, nested stacks' too, in the order in which they happened. Nothing is first where no resource failed: a
 * rollback that a person asked for, or a time-out of the whole stack.
 */
export function failureOf(resources: readonly ResourceEvent[], stacks: readonly StackStateEvent[] = []): FailureReport {
  const turned = turningPoints(stacks);
  const failed = resources.filter(({ status }) => status.endsWith('_FAILED'));
  const forward = failed.filter((event) => event.at <= turnOf(event.stack, turned));
  const parents = stacksWithin(forward);
  const caused = (event: ResourceEvent) => isCancelled(event) || (isNested(event) && parents.has(pathOf(event)));
  const first = forward.filter((event) => !caused(event)).map(hinted);
  const back = failed.filter((event) => event.at > turnOf(event.stack, turned) && !isCancelled(event));
  // biome-ignore lint/suspicious/noThenProperty: it is a text, and nothing awaits a report
  return { first, cascade: forward.length - first.length, then: thenText(stacks, back) };
}

/** Whether an event says that something was given up because something else had failed. */
export function isCancelled({ status, reason }: Pick<ResourceEvent, 'status' | 'reason'>): boolean {
  return status.endsWith('_FAILED') && reason !== undefined && CANCELLED.test(reason);
}

/** When each stack began to go back. What failed in that same moment is why. */
function turningPoints(stacks: readonly StackStateEvent[]): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  const outsets = new Map<string, StackStatus>();
  for (const { stack, status, at } of stacks) {
    const first = outsets.get(stack) ?? status;
    outsets.set(stack, first);
    if (directionOf(status, first) === 'back' && !points.has(stack)) points.set(stack, at);
  }
  return points;
}

/** When a stack or one around it began to go back. */
function turnOf(stack: string, points: ReadonlyMap<string, number>): number {
  let turn = points.get(stack) ?? Number.POSITIVE_INFINITY;
  for (let end = stack.lastIndexOf('/'); end > 0; end = stack.lastIndexOf('/', end - 1)) {
    turn = Math.min(turn, points.get(stack.slice(0, end)) ?? Number.POSITIVE_INFINITY);
  }
  return turn;
}

/** The nested stacks in which something failed by itself, with the stacks around them. */
function stacksWithin(failed: readonly ResourceEvent[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const event of failed) {
    if (isCancelled(event) || (isNested(event) && WITHIN.test(event.reason ?? ''))) continue;
    for (
      let path = event.stack;
      path !== '' && !paths.has(path);
      path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    ) {
      paths.add(path);
    }
  }
  return paths;
}

function isNested({ type }: ResourceEvent): boolean {
  return type === NESTED;
}

function pathOf({ stack, id }: ResourceEvent): string {
  return `${stack}/${id}`;
}

function hinted(event: ResourceEvent): Failed {
  const hint = event.reason === undefined ? undefined : hintFor(event.reason);
  return hint === undefined ? event : { ...event, hint };
}

function thenText(stacks: readonly StackStateEvent[], back: readonly ResourceEvent[]): string {
  const outer = stacks.filter(({ stack }) => !stack.includes('/'));
  const last = (outer.length > 0 ? outer : stacks).at(-1);
  const sentence = last !== undefined && Object.hasOwn(aftermath, last.status) ? aftermath[last.status] : '';
  const [one, ...more] = new Map(back.map((event) => [pathOf(event), event])).values();
  if (one === undefined) return sentence;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  const reason = one.reason === undefined ? '.' : `: ${plainReason(one.reason)}`;
  return `${sentence} What failed on the way back is "${one.id}"${others}${reason}`.trim();
}
