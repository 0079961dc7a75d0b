import type { StackResource } from './stack.js';

/** Pairs what goes away with what comes and has the same type and the same content, in the order of their ids. */
export function renamesOf(gone: readonly StackResource[], come: readonly StackResource[]): ReadonlyMap<string, string> {
  const free = new Map<string, string[]>();
  for (const resource of [...gone].reverse()) {
    const list = free.get(contentOf(resource));
    if (list === undefined) free.set(contentOf(resource), [resource.id]);
    else list.push(resource.id);
  }
  const renames = new Map<string, string>();
  for (const resource of come) {
    const old = free.get(contentOf(resource))?.pop();
    if (old === undefined) continue;
    renames.set(old, resource.id);
    renames.set(resource.id, old);
  }
  return renames;
}

function contentOf({ type, properties }: StackResource): string {
  return `${type} ${properties?.form.id}`;
}
