import type { StackEvent } from '../../api/cloudformation.js';
import type { Report, ResourceEvent, StackStateEvent } from '../../api/report.js';
import { stackStatusOf } from './own.js';

/** A stack whose events are told. */
export interface Told {
  readonly stackId: string;
  /** What it is called: the stack's name, or `parent/Nested` for one within it. */
  readonly name: string;
  readonly where: (id: string) => string | undefined;
}

/** An event as it was reported, if it says anything of a state. */
export type Heard =
  | { readonly resource: ResourceEvent; readonly state?: undefined }
  | { readonly state: StackStateEvent; readonly resource?: undefined };

/** Reports an event of CloudFormation's. */
export function tell(report: Report, { stackId, name, where }: Told, event: StackEvent): Heard | undefined {
  const { ResourceStatus: status, LogicalResourceId: id, ResourceStatusReason: reason } = event;
  const at = event.Timestamp?.getTime() ?? 0;
  tellHook(report, event);
  if (status === undefined || id === undefined) return undefined;
  const because = reason === undefined || reason === '' ? {} : { reason };
  const own = stackStatusOf(event, stackId);
  if (own !== undefined) {
    const state: StackStateEvent = { at, stack: name, status: own, ...because };
    report({ kind: 'stack', ...state });
    return { state };
  }
  const place = where(id);
  const resource: ResourceEvent = {
    at,
    stack: name,
    id,
    type: event.ResourceType ?? '',
    status,
    ...(event.PhysicalResourceId ? { physicalId: event.PhysicalResourceId } : {}),
    ...because,
    ...(place === undefined ? {} : { where: place }),
  };
  report({ kind: 'resource', ...resource });
  return { resource };
}

/** A hook that has something against what is done. */
function tellHook(report: Report, { HookType, HookStatus, HookStatusReason, LogicalResourceId }: StackEvent): void {
  if (HookStatus !== 'HOOK_FAILED' && HookStatus !== 'HOOK_COMPLETE_FAILED') return;
  const about = LogicalResourceId === undefined ? '' : ` about ${LogicalResourceId}`;
  report({ kind: 'warning', text: `The hook ${HookType}${about} says: ${HookStatusReason ?? HookStatus}` });
}
