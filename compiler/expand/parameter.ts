import type { Blueprint } from '../check/blueprint.js';
import type { Expression } from '../text/expression.js';

/** The values that a parameter of the blueprint allows; undefined where it does not say. */
export function allowedValues(blueprint: Blueprint, name: string): readonly string[] | undefined {
  const values = attribute(blueprint, name, 'allowedValues');
  if (values?.kind !== 'list') return undefined;
  return values.items.flatMap((item) => (item.kind === 'literal' ? [String(item.value)] : []));
}

/** The type of a parameter of the blueprint; undefined where there is no such parameter. */
export function parameterTypeName(blueprint: Blueprint, name: string): string | undefined {
  if (!blueprint.parameters.has(name)) return undefined;
  const type = attribute(blueprint, name, 'type');
  return type?.kind === 'literal' ? String(type.value) : 'String';
}

function attribute(blueprint: Blueprint, name: string, key: string): Expression | undefined {
  const parameter = blueprint.parameters.get(name);
  return parameter?.kind === 'map' ? parameter.entries.find((entry) => entry.key === key)?.value : undefined;
}
