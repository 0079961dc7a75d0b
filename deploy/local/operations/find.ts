import { findStack } from '../stacks/find.js';
import type { ChangeSetState } from '../state/changeSet.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context } from './context.js';

/** How CloudFormation says that there is no such stack, which is not the same for all operations. */
type Wording = 'id' | 'brackets';

const WORDS: Readonly<Record<Wording, (name: string) => string>> = {
  id: (name) => `Stack with id ${name} does not exist`,
  brackets: (name) => `Stack [${name}] does not exist`,
};

/** @throws Fault (ValidationError) where there is no such stack. */
export function stackOf(context: Context, name: string | undefined, wording: Wording = 'id'): StackState {
  const found = findStack(context, name);
  if (found === undefined) throw refusal(WORDS[wording](name ?? ''));
  return found;
}

/** A change set and its stack. @throws Fault where there is none. */
export function changeSetOf(
  context: Context,
  name: string | undefined,
  stackName: string | undefined,
): { readonly stack: StackState; readonly changeSet: ChangeSetState } {
  const stack = name?.startsWith('arn:') ? ownerOf(context, name) : stackOf(context, stackName, 'brackets');
  const changeSet = stack?.changeSets.find((one) => one.id === name || one.name === name);
  if (stack === undefined || changeSet === undefined) {
    throw refusal(`ChangeSet [${name ?? ''}] does not exist`, 'ChangeSetNotFound');
  }
  return { stack, changeSet };
}

function ownerOf({ scene, region }: Context, id: string): StackState | undefined {
  for (const entry of scene.unit.account.stacks) {
    const stack = entry.region === region && !entry.deleted ? scene.unit.stack(entry.id) : undefined;
    if (stack?.changeSets.some((one) => one.id === id)) return stack;
  }
  return undefined;
}
