import { foreseen } from '../changes/foreseen.js';
import type { ListedChange } from '../changes/listed.js';
import { nestedSpec } from '../changes/nested.js';
import { begin } from '../simulation/control.js';
import { stackEvent } from '../simulation/events.js';
import types from '../simulation/types.json' with { type: 'json' };
import { childName } from '../stacks/child.js';
import { newStack } from '../stacks/newStack.js';
import type { ChangeSetState } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import type { Context } from './context.js';
import { makeChangeSet } from './makeChangeSet.js';

/** Makes the change sets of the stacks within a stack, too (CreateChangeSet, IncludeNestedStacks). */
export function withNested(context: Context, stack: StackState, changeSet: ChangeSetState): ChangeSetState {
  const program = foreseen(context.scene, stack, changeSet.spec, new Set());
  const changes = changeSet.changes.map((change): ListedChange => {
    if (change.type !== types.stack || (change.action !== 'Add' && change.action !== 'Modify')) return change;
    const known = context.scene.unit.stack(change.physicalId ?? '');
    const spec = nestedSpec(context.scene, stack, program, change.id, known?.spec);
    if (spec === undefined) return change;
    const child = known ?? reviewed(context, stack, change.id, spec, changeSet);
    const inner = innerSet(context, child, known?.spec, spec, changeSet);
    return inner === undefined ? change : { ...change, changeSet: inner.id };
  });
  return { ...changeSet, changes };
}

function innerSet(
  context: Context,
  child: StackState,
  before: Spec | undefined,
  spec: Spec,
  outer: ChangeSetState,
): ChangeSetState | undefined {
  const within = { parent: outer.id, root: outer.within?.root ?? outer.id };
  const input = { StackName: child.name, ChangeSetName: outer.name, IncludeNestedStacks: true };
  const type = before === undefined ? 'CREATE' : 'UPDATE';
  const made = makeChangeSet(context, child, { input, name: outer.name, type, spec, before, imports: [], within });
  if (made.status !== 'CREATE_COMPLETE') return undefined;
  const whole = withNested(context, child, made);
  child.changeSets.push(whole);
  context.scene.unit.changed(child);
  return whole;
}

function reviewed(context: Context, stack: StackState, id: string, spec: Spec, outer: ChangeSetState): StackState {
  const parent = { id: stack.id, resource: id, root: stack.parent?.root ?? stack.id };
  const child = newStack(context, childName(stack, id, outer.operation), spec, { parent });
  stackEvent(context.scene, child, 'REVIEW_IN_PROGRESS', context.scene.time, 'User Initiated');
  return child;
}

/** Deletes the change sets that are a part of one, and stacks that were made for them. */
export function deleteNested(context: Context, stack: StackState, changeSet: string): void {
  for (const child of children(context, stack)) {
    const own = child.changeSets.filter(({ within }) => within?.parent === changeSet);
    if (own.length === 0) continue;
    child.changeSets = child.changeSets.filter((one) => !own.includes(one));
    context.scene.unit.changed(child);
    for (const one of own) deleteNested(context, child, one.id);
    if (child.status === 'REVIEW_IN_PROGRESS' && child.changeSets.length === 0) discard(context, child);
  }
}

/** Deletes stacks that were made for change sets of a stack that goes. */
export function deleteReviewed(context: Context, stack: StackState): void {
  for (const child of children(context, stack)) {
    if (child.status !== 'REVIEW_IN_PROGRESS') continue;
    deleteReviewed(context, child);
    discard(context, child);
  }
}

/** Notes that change sets that are a part of one are executed with it. */
export function executeNested(context: Context, stack: StackState, changeSet: string): void {
  for (const child of children(context, stack)) {
    for (const one of child.changeSets.filter(({ within }) => within?.parent === changeSet)) {
      one.execution = 'EXECUTE_COMPLETE';
      context.scene.unit.changed(child);
      executeNested(context, child, one.id);
    }
  }
}

function discard({ scene, fail }: Context, child: StackState): void {
  begin(scene, child, 'delete', { type: 'DELETE_STACK', action: 'delete', fail: [...fail] });
}

function children({ scene }: Context, stack: StackState): readonly StackState[] {
  return scene.unit.account.stacks
    .filter(({ parent, deleted }) => parent === stack.id && !deleted)
    .flatMap(({ id }) => scene.unit.stack(id) ?? []);
}
