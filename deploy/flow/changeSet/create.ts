import type { Answer } from '../../api/cloudformation.js';
import type { Session } from '../../api/session.js';
import { hasCode } from '../faults.js';
import { type Caller, insist } from '../insist.js';
import { tokenFor } from '../tokens.js';
import { deleteChangeSet } from './remove.js';
import { type ChangeSetRequest, inputOf, nameOf } from './request.js';
import { changeSetState } from './statuses.js';

/** A change set that was made. */
export interface MadeChangeSet {
  readonly id: string;
  readonly stackId: string;
  readonly name: string;
}

/**
 * Makes a change set. One of the same name, left by a run that was cut short, is taken up where it can be used, and
 * otherwise made anew.
 *
 * @throws Fault
 */
export async function createChangeSet(session: Session, request: ChangeSetRequest): Promise<MadeChangeSet> {
  const name = nameOf(request);
  try {
    return await create(session, request, name, 'once');
  } catch (error) {
    if (!hasCode(error, 'AlreadyExists')) throw error;
  }
  const left = await insist(session, 'DescribeChangeSet', { ChangeSetName: name, StackName: request.stack });
  if (isUsable(left) && request.secrets.size === 0) {
    session.report({ kind: 'note', text: `The change set "${name}" is there already, and is taken up.` });
    return made(left.ChangeSetId, left.StackId, name, request.stack);
  }
  await deleteChangeSet(session, request.stack, name);
  return await create(session, request, name, 'again');
}

async function create(
  caller: Caller,
  request: ChangeSetRequest,
  name: string,
  which: 'once' | 'again',
): Promise<MadeChangeSet> {
  const token = tokenFor('create', name, which, caller.clock.now());
  const answer = await insist(caller, 'CreateChangeSet', inputOf(request, name, token));
  return made(answer.Id, answer.StackId, name, request.stack);
}

function isUsable({ Status, ExecutionStatus = 'AVAILABLE' }: Answer<'DescribeChangeSet'>): boolean {
  const state = changeSetState(Status);
  return state === 'wait' || (state === 'ready' && ExecutionStatus === 'AVAILABLE');
}

/** Endpoints that do not answer with ids understand names in their place. */
function made(id: string | undefined, stackId: string | undefined, name: string, stack: string): MadeChangeSet {
  return { id: id ?? name, stackId: stackId ?? stack, name };
}
