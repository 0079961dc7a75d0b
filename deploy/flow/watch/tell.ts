import type { StackEvent } from '../../api/cloudformation.js';
import type { Report, ResourceEvent } from '../../api/report.js';
import { stackStatusOf } from './own.js';

/** A stack whose events are told. */
export interface Told {
  readonly stackId: string;
  /** What it is called: the stack's name, or `parent/Nested` for one within it. */
  readonly name: string;
  readonly where: (id: string) => string | undefined;
}

/** Reports an event of CloudFormation's. Gives it back where it is about a resource. */
export function tell(report: Report, { stackId, name, where }: Told, event: StackEvent): ResourceEvent | undefined {
  const { ResourceStatus: status, LogicalResourceId: id, ResourceStatusReason: reason } = event;
  const at = event.Timestamp?.getTime() ?? 0;
  tellHook(report, event);
  if (status === undefined || id === undefined) return undefined;
  const because = reason === undefined || reason === '' ? {} : { reason };
  const own = stackStatusOf(event, stackId);
  if (own !== undefined) {
    report({ kind: 'stack', at, stack: name, status: own, ...because });
    return undefined;
  }
  const place = where(id);
  const told: ResourceEvent = {
    at,
    stack: name,
    id,
    type: event.ResourceType ?? '',
    status,
    ...(event.PhysicalResourceId ? { physicalId: event.PhysicalResourceId } : {}),
    ...because,
    ...(place === undefined ? {} : { where: place }),
  };
  report({ kind: 'resource', ...told });
  return told;
}

/** A hook that has something against what is done. */
function tellHook(report: Report, { HookType, HookStatus, HookStatusReason, LogicalResourceId }: StackEvent): void {
  if (HookStatus !== 'HOOK_FAILED' && HookStatus !== 'HOOK_COMPLETE_FAILED') return;
  const about = LogicalResourceId === undefined ? '' : ` about ${LogicalResourceId}`;
  report({ kind: 'warning', text: `The hook ${HookType}${about} says: ${HookStatusReason ?? HookStatus}` });
}
