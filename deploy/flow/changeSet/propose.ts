import { Fault } from '../../api/fault.js';
import { describeChangeSet } from '../../changes/describe.js';
import type { WholeChangeSet } from '../../changes/whole.js';
import { checkUninterrupted } from '../agree.js';
import { knowing } from '../faults.js';
import { patient } from '../patient.js';
import { Stopped } from '../stopped.js';
import type { Work } from '../work.js';
import { createChangeSet, type MadeChangeSet } from './create.js';
import { discard } from './discard.js';
import type { ChangeSetRequest } from './request.js';
import { saysNothing } from './statuses.js';
import { waitForChangeSet } from './wait.js';

/** What came of asking for a change set. */
export type Proposed =
  | { readonly how: 'ready'; readonly made: MadeChangeSet; readonly whole: WholeChangeSet }
  /** There is nothing to change; nothing is left of it. */
  | { readonly how: 'nothing' }
  /** CloudFormation did not accept it. If it is still there, it can be asked about. */
  | { readonly how: 'failed'; readonly made?: MadeChangeSet; readonly reason: string };

/**
 * Makes a change set, waits for it, and reads it.
 *
 * @throws Stopped where it was interrupted or took too long; then nothing is left of it. Fault
 */
export async function propose(work: Work, request: ChangeSetRequest): Promise<Proposed> {
  const { session, again } = work;
  checkUninterrupted(work);
  session.report({ kind: 'step', text: `creating a change set for "${work.name}"` });
  const state = `Nothing was executed; a change set that is left over is taken up by \`${again}\`.`;
  return await knowing(state, async () => {
    const made = await createChangeSet(session, request).catch(unmade);
    if ('how' in made) return made;
    const awaited = await waitForChangeSet(work, made);
    if (awaited.how === 'ready')
      return { how: 'ready', made, whole: await describeChangeSet(patient(session), made.stackId, made.id) };
    if (awaited.how === 'failed' && saysNothing(awaited.reason)) {
      await discard(work, made);
      return { how: 'nothing' };
    }
    if (awaited.how === 'failed') return { how: 'failed', made, reason: awaited.reason };
    if (awaited.how === 'gone') throw deleted(work, made);
    await discard(work, made);
    throw stopped(work, awaited.how);
  });
}

/**
 * What came of it where not even a change set was made: some endpoints see at once that there is nothing to change, and
 * what CloudFormation has against the template itself is no failure of the machine's.
 *
 * @throws Whatever else it is
 */
function unmade(error: unknown): Proposed {
  if (!(error instanceof Fault) || error.kind !== 'refused') throw error;
  if (saysNothing(error.message)) return { how: 'nothing' };
  if (error.code !== 'ValidationError' || !/\btemplate\b/i.test(error.message)) throw error;
  return { how: 'failed', reason: error.message };
}

function deleted({ again }: Work, { name }: MadeChangeSet): Fault {
  const message = `The change set "${name}" was deleted by somebody else while it was being made.`;
  return new Fault('refused', 'ChangeSetNotFound', message, `Try again: \`${again}\`.`);
}

function stopped({ again, name }: Work, how: 'interrupted' | 'timed-out'): Stopped {
  const why = how === 'interrupted' ? 'jiml stopped' : 'The time to wait is over';
  const state = `${why}: the change set was deleted, and nothing was done to "${name}".`;
  return new Stopped(how, state, [again]);
}
