import type { Diff, ResourceChange, Risk, Where } from '../model.js';
import type { Stack } from '../stack.js';

/** What risks are found in. */
export interface Scene {
  readonly from: Stack;
  readonly to: Stack;
  readonly resources: readonly ResourceChange[];
  readonly capabilities: Diff['capabilities'];
}

/** Where both sides speak of resources. */
export interface Places {
  readonly from: Pick<Stack, 'places'>;
  readonly to: Pick<Stack, 'places'>;
}

/** A risk with the place where the blueprint speaks of the resource: of the new one if it is in both. */
export function riskOf(kind: Risk['kind'], id: string, message: string, { from, to }: Places): Risk {
  const where: Where | undefined = to.places.get(id) ?? from.places.get(id);
  return { kind, id, message, ...(where !== undefined && { where }) };
}
