import { resourceAttributes } from '../template/cloudformation.js';
import type { LogicalResource } from '../template/logical.js';
import type { Json, JsonMap } from '../template/template.js';
import { Reference, type Value } from '../template/value.js';
import { spell } from './references.js';

/** An entry of `Resources`: attributes in CloudFormation's usual order, unknown ones after them, properties last. */
export function emitResource(resource: LogicalResource): JsonMap {
  const { attributes, properties, waits, configPlace } = resource;
  const emitted: Record<string, Json> = Object.create(null);
  emitted.Type = resource.type;
  for (const name of attributeOrder(attributes)) {
    const value = attributes.get(name);
    const json = value === undefined ? undefined : name === 'DependsOn' ? (waits ?? dependsOn(value)) : spell(value);
    if (json !== undefined) emitted[name] = json;
  }
  // What its author wrote stands, even if it is nothing.
  const given = configPlace !== undefined || Object.keys(properties ?? {}).length > 0;
  if (properties !== undefined && given) emitted.Properties = spell(properties);
  return emitted;
}

function attributeOrder(attributes: ReadonlyMap<string, Value>): readonly string[] {
  const unknown = [...attributes.keys()].filter((name) => !resourceAttributes.has(name));
  return [...resourceAttributes.keys(), ...unknown.sort()].filter((name) => name !== 'Type' && name !== 'Properties');
}

/** One name alone, several sorted, each once; nothing for none. */
function dependsOn(value: Value): Json | undefined {
  const items: readonly Value[] = Array.isArray(value) ? value : [value as Value];
  const names = new Set(items.map((item) => (item instanceof Reference ? item.target : spell(item))));
  const sorted = [...names].sort();
  return sorted.length > 1 ? sorted : sorted[0];
}
