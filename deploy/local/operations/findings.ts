import type { Scene } from '../simulation/scene.js';
import type { Finding } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';

/** What CloudFormation finds in a template before anything is done ("Validate stack deployments"). */
export function findingsOf(_scene: Scene, _stack: StackState, _spec: Spec): readonly Finding[] {
  return [];
}
