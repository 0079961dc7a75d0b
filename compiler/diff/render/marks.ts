import type { WrittenGraph } from '../../template/logical.js';
import type { Diff, ResourceChange, Where } from '../model.js';

/** How a box of the graph is marked. */
export type Mark = 'replaced' | 'perhaps' | 'changed' | 'added';

const WORST: readonly Mark[] = ['replaced', 'perhaps', 'changed', 'added'];

/**
 * What happens to the resources that an author sees: for each the worst of what happens to the logical resources that
 * come from it; it is added only where nothing of it was there before.
 */
export function marks({ nodes }: WrittenGraph, { resources }: Diff): ReadonlyMap<string, Mark> {
  const changes = new Map<string, ResourceChange[]>();
  for (const change of resources) {
    const key = change.after === undefined ? undefined : keyOf(change.after);
    if (key !== undefined) changes.set(key, [...(changes.get(key) ?? []), change]);
  }
  return new Map(
    nodes.flatMap(({ id, place }) => {
      const found = changes.get(keyOf({ file: place.document.file, path: place.path })) ?? [];
      const own = found.find((change) => change.id === id);
      const all = found.map(markOf);
      const worst = WORST.find((mark) => all.includes(mark));
      if (worst === undefined) return [];
      return [[id, worst === 'added' && own === undefined ? 'changed' : worst] as const];
    }),
  );
}

function markOf({ action, replacement }: ResourceChange): Mark {
  if (action !== 'modify') return action === 'add' ? 'added' : 'changed';
  return replacement === 'true' ? 'replaced' : replacement === 'conditional' ? 'perhaps' : 'changed';
}

function keyOf({ file, path }: Pick<Where, 'file' | 'path'>): string {
  return JSON.stringify([file, path]);
}
