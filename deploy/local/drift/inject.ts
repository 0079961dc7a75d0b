import type { Path } from '../../../compiler/source/place.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';

/**
 * Changes a property of a resource behind CloudFormation's back, for practice; a value that is undefined takes the
 * property away, an empty path deletes the resource.
 *
 * @throws Fault where there is no such resource, or nothing at the path.
 */
export function injectInto(stack: StackState, id: string, path: Path, value: Json | undefined): void {
  const resource = stack.resources.get(id);
  if (resource?.alive !== true) throw refusal(`The stack "${stack.name}" has no resource "${id}".`);
  const drift = { ...resource.drift };
  if (path.length === 0) drift.deleted = true;
  else drift.actual = changed(drift.actual ?? resource.properties, path, value) as JsonMap;
  resource.drift = drift;
}

function changed(at: Json | undefined, [step, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items: Json[] = Array.isArray(at) ? [...at] : [];
    const inner = changed(items[step], rest, value);
    if (inner === undefined) items.splice(step, 1);
    else items[step] = inner;
    return items;
  }
  const map = new Map(Object.entries(typeof at === 'object' && at !== null && !Array.isArray(at) ? at : {}));
  const inner = changed(map.get(step), rest, value);
  if (inner === undefined) map.delete(step);
  else map.set(step, inner);
  return Object.fromEntries(map);
}
