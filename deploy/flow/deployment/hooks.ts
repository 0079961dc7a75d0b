import type { Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import type { Answer } from '../../api/cloudformation.js';
import type { Target } from '../../inputs/target.js';
import type { MadeChangeSet } from '../changeSet/create.js';
import { insist } from '../insist.js';
import { orNothing } from '../tolerant.js';
import type { Work } from '../work.js';
import { beginningOf, placeOf } from './places.js';

type Summary = NonNullable<Answer<'ListHookResults'>['HookResults']>[number];
type Result = Answer<'GetHookResult'>;

/** So many hooks are asked for what they have to say. */
const MOST = 50;

/** What hooks have against a change set, at the lines of the blueprint. */
export async function reportHooks(
  { session }: Work,
  target: Target,
  { id }: MadeChangeSet,
  found: Diagnostics,
): Promise<void> {
  const answer = await orNothing(insist(session, 'ListHookResults', { TargetType: 'CHANGE_SET', TargetId: id }));
  const failed = (answer?.HookResults ?? []).filter(isFailed).slice(0, MOST);
  for (const summary of failed) {
    const { HookResultId } = summary;
    const whole =
      HookResultId === undefined ? undefined : await orNothing(insist(session, 'GetHookResult', { HookResultId }));
    reportHook(found, target, summary, whole);
  }
}

function isFailed({ Status }: Summary): boolean {
  return Status === 'HOOK_FAILED' || Status === 'HOOK_COMPLETE_FAILED';
}

function reportHook(found: Diagnostics, target: Target, summary: Summary, whole: Result | undefined): void {
  const place = (whole?.Target?.TargetId && placeOf(target, whole.Target.TargetId)) || beginningOf(target);
  if (place === undefined) return;
  const code = summary.FailureMode === 'WARN' ? 'hook-warned' : 'hook-failed';
  const hook = summary.TypeName ?? 'without a name';
  const annotations = (whole?.Annotations ?? []).filter(({ Status }) => Status === 'FAILED');
  if (annotations.length === 0)
    found.report(code, place, { hook, reason: summary.HookStatusReason ?? 'it does not say why' });
  for (const { AnnotationName = '', StatusMessage = '', RemediationMessage, RemediationLink } of annotations) {
    const hint = [RemediationMessage, RemediationLink].filter(Boolean).join(' ');
    const reason = [AnnotationName, StatusMessage].filter(Boolean).join(': ');
    found.report(code, place, { hook, reason }, hint === '' ? {} : { hint });
  }
}
