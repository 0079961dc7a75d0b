import type { Stack } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import { agree } from '../agree.js';
import { deleteStack } from '../changeSet/remove.js';
import { leftOf, resourcesOf } from '../resources.js';
import { some } from '../say.js';
import type { Work } from '../work.js';

/**
 * Deletes a stack whose creation was rolled back and that has nothing left in it, if somebody agrees.
 *
 * @throws Declined where something is left, or nobody agrees
 */
export async function empty(work: Work, { StackId, EnableTerminationProtection }: Stack): Promise<void> {
  const { session, stack, name, subject, again } = work;
  const id = StackId ?? stack;
  const left = leftOf(await resourcesOf(session, id)).map(({ LogicalResourceId }) => LogicalResourceId ?? '');
  const failed = `The creation of the stack "${name}" was rolled back (ROLLBACK_COMPLETE)`;
  if (left.length > 0)
    throw new Declined(`${failed}, and there is still something in it: ${some(left)}.`, [`jiml destroy ${subject}`]);
  if (EnableTerminationProtection === true)
    throw new Declined(`${failed}, and it is protected against being deleted.`, [`jiml protect ${subject} --off`]);
  await agree(
    work,
    `The creation of "${name}" was rolled back, and nothing is left in it. Delete the empty stack and make it anew?`,
    `${failed}: the empty stack has to be deleted and made anew`,
    `${again} --yes`,
    `jiml destroy ${subject}`,
  );
  session.report({ kind: 'step', text: `deleting the empty stack "${name}"` });
  await deleteStack(session, id);
}
