import type { StackStatus } from '../../api/cloudformation.js';
import type { ResourceEvent } from '../../api/report.js';
import type { Session } from '../../api/session.js';
import { everyPage } from '../../flow/pages.js';
import { stackOf } from '../../flow/stack.js';
import { type Ending as Meaning, endingOf as meaningOf } from '../../flow/states/endings.js';
import { given } from '../../queries/document.js';
import { historyOf } from '../../queries/history.js';
import { nextIn } from '../../queries/states.js';
import type { Ending } from './rehearsal.js';

/** What must be known of a stack to tell how something ended. */
export interface Known {
  readonly stackId: string;
  /** How the stack is named in a command. */
  readonly subject: string;
  /** The physical ids that there were before, by logical id. */
  readonly before: ReadonlyMap<string, string>;
  /** The ids of resources whose data goes when they go. */
  readonly holdsData: ReadonlySet<string>;
}

const ENDS: Readonly<Record<Meaning, Ending['ends']>> = {
  done: 'done',
  gone: 'as-before',
  'rolled-back': 'as-before',
  stuck: 'person',
  busy: 'person',
  idle: 'person',
};

/** A state that a physical resource came into. */
export type Trace = Pick<ResourceEvent, 'id' | 'status' | 'physicalId' | 'reason'>;

/** What happened to the resources of a stack in the operation that is just over, in the order of time. */
export async function eventsOf(session: Session, { stackId }: Known): Promise<readonly Trace[]> {
  const told = { stackId, name: '', where: () => undefined };
  const events = await historyOf(session, told, 'last');
  return events.flatMap((one) => (one.kind === 'resource' && one.stack === '' ? [one] : []));
}

/**
 * What became of the resources of a stack. This is told faster than all events are, and enough where each logical
 * resource had one physical one at most: in a stack that is created or deleted.
 */
export async function statesOf(session: Session, { stackId }: Known): Promise<readonly Trace[]> {
  const all = await everyPage(
    session,
    'ListStackResources',
    { StackName: stackId },
    (page) => page.StackResourceSummaries,
  );
  return all.map(({ LogicalResourceId: id = '', ResourceStatus: status = 'CREATE_FAILED', PhysicalResourceId }) =>
    given({ id, status, physicalId: PhysicalResourceId }),
  );
}

/** How the operation ended that is just over. */
export async function endingOf(
  session: Session,
  known: Known,
  traces: readonly Trace[],
  during: 'deploy' | 'destroy',
): Promise<Ending> {
  const stack = await stackOf(session, known.stackId);
  const status: StackStatus = stack?.StackStatus ?? 'DELETE_COMPLETE';
  const ends = during === 'destroy' && status === 'DELETE_COMPLETE' ? 'done' : ENDS[meaningOf(status)];
  const failed = traces.findLast((one) => one.status.endsWith('_FAILED'))?.id;
  return {
    status,
    ends,
    lost: during === 'destroy' ? [] : lostIn(traces, known),
    left: during === 'destroy' ? [] : leftIn(traces, ends),
    next: ends === 'person' ? nextIn(status, known.subject, failed).filter((one) => !one.endsWith(' --failed')) : [],
  };
}

/** What was there before, held data, and is deleted now. */
function lostIn(events: readonly Trace[], { before, holdsData }: Known): readonly string[] {
  const gone = events.filter(
    ({ id, status, physicalId }) => status === 'DELETE_COMPLETE' && before.get(id) === physicalId && holdsData.has(id),
  );
  return sorted(gone);
}

/** What was kept, or could not be deleted although the operation is over. */
function leftIn(events: readonly Trace[], ends: Ending['ends']): readonly string[] {
  const last = new Map(events.map((one) => [`${one.id} ${one.physicalId}`, one]));
  const stays = [...last.values()].filter(
    ({ status }) => status === 'DELETE_SKIPPED' || (status === 'DELETE_FAILED' && ends !== 'person'),
  );
  return sorted(stays);
}

function sorted(events: readonly Trace[]): readonly string[] {
  return [...new Set(events.map(({ id }) => id))].sort();
}
