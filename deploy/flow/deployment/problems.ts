import { Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import type { Place } from '../../../compiler/source/place.js';
import type { OperationEvent } from '../../api/cloudformation.js';
import type { Target } from '../../inputs/target.js';
import { hintFor } from '../../progress/hint.js';
import type { MadeChangeSet } from '../changeSet/create.js';
import { everyPage } from '../pages.js';
import { orNothing } from '../tolerant.js';
import type { Work } from '../work.js';
import { reportHooks } from './hooks.js';
import { beginningOf, placeAt, placeOf } from './places.js';

/**
 * Why CloudFormation did not take a change set, at the lines of the blueprint.
 *
 * @param made Undefined where it was not even made.
 */
export async function problemsOf(
  work: Work,
  target: Target,
  made: MadeChangeSet | undefined,
  reason: string,
): Promise<Diagnostics> {
  const found = made === undefined ? new Diagnostics() : await warningsOf(work, target, made);
  if (!found.failed) reportReason(found, target, reason);
  return found;
}

/** What validation and hooks say of a change set, at the lines of the blueprint. */
export async function warningsOf(work: Work, target: Target, made: MadeChangeSet): Promise<Diagnostics> {
  const found = new Diagnostics();
  for (const event of await failedEvents(work, made)) reportValidation(found, target, event);
  await reportHooks(work, target, made, found);
  return found;
}

async function failedEvents({ session }: Work, { id, stackId }: MadeChangeSet): Promise<readonly OperationEvent[]> {
  const input = { StackName: stackId, ChangeSetName: id, Filters: { FailedEvents: true } };
  return (await orNothing(everyPage(session, 'DescribeEvents', input, (answer) => answer.OperationEvents))) ?? [];
}

function reportValidation(found: Diagnostics, target: Target, event: OperationEvent): void {
  const { EventType, ValidationStatus, ValidationStatusReason, ValidationPath, ValidationFailureMode } = event;
  if (EventType !== 'VALIDATION_ERROR' || ValidationStatus === 'SKIPPED') return;
  const id = event.LogicalResourceId ?? /^\/Resources\/([^/]+)/.exec(ValidationPath ?? '')?.[1] ?? '';
  const named = ValidationPath ?? (id === '' ? undefined : `/Resources/${id}`);
  const place = placeAt(target, named);
  if (place === undefined) return;
  const reason = ValidationStatusReason ?? event.ResourceStatusReason ?? `${event.ValidationName} failed`;
  const code = ValidationFailureMode === 'WARN' ? 'validation-warned' : 'validation-failed';
  found.report(code, place, { id, reason }, { hint: hintFor(reason) });
}

/** What there is to say where nothing says more: the reason of the change set, at what it mentions. */
function reportReason(found: Diagnostics, target: Target, reason: string): void {
  const place = mentioned(target, reason) ?? beginningOf(target);
  if (place !== undefined)
    found.report('change-set-failed', place, { reason: reason || 'it does not say why' }, { hint: hintFor(reason) });
}

function mentioned(target: Target, reason: string): Place | undefined {
  for (const [word] of reason.matchAll(/[A-Za-z0-9]+/g)) {
    const place = placeOf(target, word);
    if (place !== undefined) return place;
  }
  return undefined;
}
