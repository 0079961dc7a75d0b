import { Fault } from '../../api/fault.js';
import type { Program } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import types from '../simulation/types.json' with { type: 'json' };
import { childSpec } from '../stacks/child.js';
import type { Spec, StackState } from '../state/stack.js';
import type { ListedChange, ListedDetail } from './listed.js';

/** Nested stacks that change because what lies behind the address of their template is another. */
export function nestedChanges(scene: Scene, stack: StackState, program: Program): readonly ListedChange[] {
  return [...program.wanted.values()].flatMap(({ id, type }): readonly ListedChange[] => {
    const physicalId = stack.resources.get(id)?.physicalId ?? '';
    const child = type === types.stack ? scene.unit.stack(physicalId) : undefined;
    const spec = child && nestedSpec(scene, stack, program, id, child.spec);
    if (child === undefined || spec === undefined || isSame(child.spec, spec)) return [];
    const said = { action: 'Modify', id, type, physicalId, replacement: 'False' } as const;
    return [{ ...said, scope: ['Properties'], details: [AUTOMATIC] }];
  });
}

/** What a nested stack is to be; undefined where that cannot be known yet. */
export function nestedSpec(
  scene: Scene,
  stack: StackState,
  { evaluation }: Program,
  id: string,
  previous: Spec | undefined,
): Spec | undefined {
  try {
    return childSpec(scene, stack, evaluation.properties(id), previous);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

const AUTOMATIC: ListedDetail = {
  attribute: 'Properties',
  recreation: 'Never',
  path: '/Properties',
  change: 'Modify',
  evaluation: 'Dynamic',
  source: 'Automatic',
};

function isSame(a: Spec, b: Spec): boolean {
  const written = ({ template, resolved, tags }: Spec) => JSON.stringify([template, resolved, tags]);
  return written(a) === written(b);
}
