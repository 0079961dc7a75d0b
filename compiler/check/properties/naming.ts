import type { Place } from '../../source/place.js';

/** How a map in the properties of a resource is called: by the property that it is the value, or an item, of. */
export function nameOf(place: Place, { owner, root }: { readonly owner: string; readonly root: Place | undefined }) {
  const inside = root === undefined ? [] : place.path.slice(root.path.length);
  const name = inside.findLast((step) => typeof step === 'string' && !step.startsWith('Fn::'));
  return name === undefined ? owner : `"${name}" of ${owner}`;
}
