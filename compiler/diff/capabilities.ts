import type { Json } from '../template/template.js';
import data from './capabilities.json' with { type: 'json' };
import type { Diff } from './model.js';
import { isJsonList, isJsonMap, member } from './node.js';
import type { Stack, StackResource } from './stack.js';

const types: ReadonlyMap<string, string> = new Map(Object.entries(data.types));

/** The capabilities that a stack needs, sorted, with the ids of what needs each. */
export function capabilitiesOf(stack: Stack): Diff['capabilities'] {
  return sorted(needed(stack));
}

/** The capabilities that only the second stack needs, sorted, with the ids of what needs them. */
export function newCapabilities(from: Stack, to: Stack): Diff['capabilities'] {
  const old = needed(from);
  const fresh = [...needed(to)].filter(([name]) => !old.has(name) && !(name === data.plain && old.has(data.named)));
  return sorted(fresh);
}

function sorted(capabilities: Iterable<readonly [string, readonly string[]]>): Diff['capabilities'] {
  return [...capabilities]
    .map(([name, ids]) => ({ name, ids: [...ids].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function needed({ resources, template }: Stack): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const need = (name: string, id: string) => {
    const ids = found.get(name);
    if (ids === undefined) found.set(name, [id]);
    else ids.push(id);
  };
  for (const resource of resources.values()) {
    const name = capabilityOf(resource);
    if (name !== undefined) need(name, resource.id);
    if (hasTransform(resource.raw)) need(data.expand, resource.id);
  }
  if (
    member(template, 'Transform') !== undefined ||
    member(member(template, 'Resources'), data.transform) !== undefined
  ) {
    need(data.expand, 'Transform');
  }
  return found;
}

function capabilityOf({ type, exists, properties }: StackResource): string | undefined {
  const property = types.get(type);
  if (property === undefined || exists === false) return undefined;
  return property !== '' && properties?.entries?.has(property) === true ? data.named : data.plain;
}

function hasTransform(value: Json): boolean {
  if (isJsonList(value)) return value.some(hasTransform);
  return (
    isJsonMap(value) && Object.entries(value).some(([key, inner]) => key === data.transform || hasTransform(inner))
  );
}
