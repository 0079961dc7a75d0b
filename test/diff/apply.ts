import type { Diff, PropertyChange } from '../../compiler/diff/model.js';

/** JSON that can be changed. */
export type Mutable = string | number | boolean | null | Mutable[] | { [key: string]: Mutable };

/** Makes the new resources out of the old ones and their difference, for templates of literal values. */
export function applyDiff(before: { [id: string]: Mutable }, { resources }: Diff): { [id: string]: Mutable } {
  const result = structuredClone(before);
  for (const change of resources) {
    if (change.action === 'remove') delete result[change.id];
    if (change.action === 'add') result[change.id] = { Type: change.type, Properties: {} };
    if (change.action !== 'remove')
      for (const one of inOrder(change.properties)) set(result[change.id] as Mutable, one);
  }
  return result;
}

/** From the outside to the inside; at each level what goes away from the end, then what comes from the beginning. */
function inOrder(changes: readonly PropertyChange[]): readonly PropertyChange[] {
  const rank = { remove: 0, add: 1, modify: 2 };
  const last = ({ path, action }: PropertyChange) => (action === 'remove' ? -1 : 1) * Number(path.at(-1)) || 0;
  return [...changes].sort(
    (a, b) => a.path.length - b.path.length || rank[a.action] - rank[b.action] || last(a) - last(b),
  );
}

function set(root: Mutable, { path, action, after }: PropertyChange): void {
  let holder = root;
  for (const step of path.slice(0, -1)) holder = (holder as { [key: string]: Mutable })[step] as Mutable;
  const key = path.at(-1) ?? '';
  if (Array.isArray(holder)) {
    const value = action === 'remove' ? [] : [structuredClone(after) as Mutable];
    holder.splice(Number(key), action === 'add' ? 0 : 1, ...value);
  } else if (action === 'remove') delete (holder as { [key: string]: Mutable })[key];
  else (holder as { [key: string]: Mutable })[key] = structuredClone(after) as Mutable;
}
