import type { StackState } from '../state/stack.js';
import type { Site } from './site.js';

/** The stack of a name or an id; one that was deleted only by its id. */
export function findStack({ scene, region }: Site, name: string | undefined): StackState | undefined {
  const { stacks } = scene.unit.account;
  const isIt = name?.startsWith('arn:')
    ? (entry: (typeof stacks)[number]) => entry.id === name
    : (entry: (typeof stacks)[number]) => entry.name === name && !entry.deleted;
  const entry = stacks.findLast((one) => one.region === region && isIt(one));
  return entry && scene.unit.stack(entry.id);
}
