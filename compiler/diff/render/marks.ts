import type { WrittenGraph, WrittenNode } from '../../template/logical.js';
import type { Diff, ResourceChange, Where } from '../model.js';

/** How a box of the graph is marked. */
export type Mark = 'replaced' | 'perhaps' | 'changed' | 'added';

const WORST: readonly Mark[] = ['replaced', 'perhaps', 'changed', 'added'];

/**
 * What happens to the resources that an author sees: for each the worst of what happens to the logical resources that
 * come from it; it is added only where nothing of it was there before.
 */
export function marks({ nodes }: WrittenGraph, { resources }: Diff): ReadonlyMap<string, Mark> {
  const owners = new Map(nodes.map((node) => [keyOf({ file: node.place.document.file, path: node.place.path }), node]));
  const nested = new Map<string, WrittenNode[]>();
  for (const node of nodes) {
    if (node.parent !== undefined) nested.set(node.parent, [...(nested.get(node.parent) ?? []), node]);
  }
  const changes = new Map<string, ResourceChange[]>();
  for (const change of resources) {
    const owner = change.after && owners.get(keyOf(change.after));
    if (owner === undefined) continue;
    const { id } = nearest(change.id, owner, nested.get(owner.id) ?? []);
    changes.set(id, [...(changes.get(id) ?? []), change]);
  }
  return new Map([...changes].map(([id, found]) => [id, markOfAll(id, found)]));
}

/** The nested part that a logical resource comes from, by its id, or else the resource around it. */
function nearest(id: string, owner: WrittenNode, parts: readonly WrittenNode[]): WrittenNode {
  return parts.reduce((best, part) => (id.startsWith(part.id) && part.id.length > best.id.length ? part : best), owner);
}

function markOfAll(id: string, changes: readonly ResourceChange[]): Mark {
  const all = changes.map(markOf);
  const worst = WORST.find((mark) => all.includes(mark)) ?? 'changed';
  return worst === 'added' && !changes.some((change) => change.id === id) ? 'changed' : worst;
}

function markOf({ action, replacement }: ResourceChange): Mark {
  if (action !== 'modify') return action === 'add' || action === 'import' ? 'added' : 'changed';
  return replacement === 'true' ? 'replaced' : replacement === 'conditional' ? 'perhaps' : 'changed';
}

function keyOf({ file, path }: Pick<Where, 'file' | 'path'>): string {
  return JSON.stringify([file, path]);
}
