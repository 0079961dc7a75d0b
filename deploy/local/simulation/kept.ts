import type { KeptResource } from '../state/account.js';
import type { Import } from '../state/changeSet.js';
import type { Scene } from './scene.js';

/** A resource outside of all stacks by what tells it from others: properties, or what it is called by. */
export function findKept({ unit }: Scene, region: string, { type, identifier }: Import): KeptResource | undefined {
  return unit.account.kept.find((one) => one.region === region && one.type === type && isCalled(one, identifier));
}

function isCalled({ physicalId, ref, properties }: KeptResource, identifier: Import['identifier']): boolean {
  const known: { readonly [name: string]: unknown } = JSON.parse(properties);
  return identifier.every(
    ([name, value]) => (Object.hasOwn(known, name) && known[name] === value) || [physicalId, ref].includes(value),
  );
}
