import type { Diff, ResourceChange, Risk, Where } from '../model.js';
import type { Stack } from '../stack.js';

/** What risks are found in. */
export interface Scene {
  readonly from: Stack;
  readonly to: Stack;
  readonly resources: readonly ResourceChange[];
  readonly capabilities: Diff['capabilities'];
}

/** A risk with the place where the blueprint speaks of the resource: of the new one if it is in both. */
export function riskOf(kind: Risk['kind'], id: string, message: string, { from, to }: Scene): Risk {
  const where: Where | undefined = to.places.get(id) ?? from.places.get(id);
  return { kind, id, message, ...(where !== undefined && { where }) };
}
