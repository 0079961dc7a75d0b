import type {
  ObjectSpecification,
  PropertySpecification,
  Replacement,
  TypeSpecification,
  ValueType,
} from './specification.js';

/** Steps from a resource's properties to a place in them: names, and the numbers of list items. */
export type PropertyPath = readonly (string | number)[];

/** What stands at a place of a resource's properties: every property on the way to it, the outermost first. */
export interface FoundProperty {
  readonly way: readonly PropertySpecification[];
  readonly type: ValueType;
}

/** Finds what is known about a place; undefined where there can be none. What is within free JSON is free, too. */
export function propertyAt(spec: TypeSpecification, path: PropertyPath): FoundProperty | undefined {
  const [first, ...rest] = path;
  const property = typeof first === 'string' ? spec.properties.property(first) : undefined;
  if (property === undefined) return undefined;
  return rest.reduce<FoundProperty | undefined>((found, step) => found && below(spec, found, step), {
    way: [property],
    type: property.type,
  });
}

/**
 * What a change at a place of the properties means for the resource. What is said of a property holds for all within
 * it. Where a whole object or list changes, it is `sometimes` if a part of it would replace. Undefined where the
 * property is not known.
 */
export function replacementOf(spec: TypeSpecification, path: PropertyPath): Replacement | undefined {
  const found = propertyAt(spec, path);
  if (found === undefined) return undefined;
  const strongest = found.way.map(({ replaces }) => replaces).reduce(stronger);
  if (strongest !== 'never') return strongest;
  return partsReplace(spec, found.type, new Set()) ? 'sometimes' : 'never';
}

function below(
  spec: TypeSpecification,
  { way, type }: FoundProperty,
  step: string | number,
): FoundProperty | undefined {
  if (type.kind === 'union') {
    for (const alternative of type.types) {
      const found = below(spec, { way, type: alternative }, step);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (type.kind === 'list') return typeof step === 'number' ? { way, type: type.item } : undefined;
  if (type.kind === 'map') return { way, type: type.value };
  if (type.kind === 'json') return { way, type };
  const property = type.kind === 'object' ? spec.definition(type.name).property(String(step)) : undefined;
  return property && { way: [...way, property], type: property.type };
}

function stronger(a: Replacement, b: Replacement): Replacement {
  if (a === 'always' || b === 'always') return 'always';
  return a === 'sometimes' ? a : b;
}

/** Objects may contain themselves, so each is looked at once. */
function partsReplace(spec: TypeSpecification, type: ValueType, seen: Set<string>): boolean {
  if (type.kind === 'list') return partsReplace(spec, type.item, seen);
  if (type.kind === 'map') return partsReplace(spec, type.value, seen);
  if (type.kind === 'union') return type.types.some((one) => partsReplace(spec, one, seen));
  if (type.kind !== 'object' || seen.has(type.name)) return false;
  seen.add(type.name);
  return propertiesOf(spec.definition(type.name)).some(
    ({ replaces, type: inner }) => replaces !== 'never' || partsReplace(spec, inner, seen),
  );
}

function propertiesOf(object: ObjectSpecification): readonly PropertySpecification[] {
  return object.names.flatMap((name) => object.property(name) ?? []);
}
