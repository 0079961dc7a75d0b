import { keyOf } from '../simulation/names.js';
import type { Program } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { Import } from '../state/changeSet.js';
import type { StackState } from '../state/stack.js';
import type { ListedChange } from './listed.js';

/** What is to be made and is there already, outside of all stacks, under the name that it is to have. */
export function existing(
  { unit }: Scene,
  { region }: StackState,
  { evaluation }: Program,
  changes: readonly ListedChange[],
): readonly Import[] {
  const kept = new Map<string, string>();
  for (const one of unit.account.kept) {
    const key = keyOf(one.region, one.type, JSON.parse(one.properties));
    if (key !== undefined) kept.set(key, one.physicalId);
  }
  return changes.flatMap(({ action, id, type }): readonly Import[] => {
    if (action !== 'Add' || kept.size === 0) return [];
    const key = keyOf(region, type, propertiesOf(evaluation, id));
    const physicalId = key === undefined ? undefined : kept.get(key);
    return physicalId === undefined ? [] : [{ id, type, identifier: [['PhysicalResourceId', physicalId]] }];
  });
}

function propertiesOf(evaluation: Program['evaluation'], id: string) {
  try {
    return evaluation.properties(id);
  } catch {
    return {};
  }
}
