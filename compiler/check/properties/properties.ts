import type { Report } from '../../diagnostics/diagnostic.js';
import type {
  ObjectSpecification,
  PropertySpecification,
  TypeSpecification,
  ValueType,
} from '../../specification/specification.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import { suggest } from '../../text/suggest.js';
import { branches } from './branches.js';
import { isMacro } from './keys.js';
import { mismatch } from './kinds.js';
import { nameOf } from './naming.js';
import { checkPackaged } from './packaged.js';
import { checkPolicy, policyOf } from './policy.js';
import type { Referables } from './referables.js';
import { checkReference } from './reference.js';
import { checkUnion } from './union.js';

/** What a resource's properties are held against. */
export interface Holding {
  readonly spec: TypeSpecification;
  /** How the resource is called in messages. */
  readonly owner: string;
  /** Where what is called so stands. */
  readonly root: Expression['place'] | undefined;
  readonly report: Report;
  /** What the names of the blueprint give; undefined where they are not known. */
  readonly referables: Referables | undefined;
}

type From = Pick<PropertySpecification, 'from'>;

const ANYWHERE: From = { from: [] };

/**
 * Holds the properties of a resource against the description of its type, each at its own place. What a reference or a
 * function gives is not guessed; both sides of `Fn::If` are looked at.
 */
export function checkProperties(config: Expression, holding: Holding): void {
  for (const properties of branches(config)) {
    if (properties.kind === 'map') checkObject(properties, holding.spec.properties, holding);
    else checkValue(properties, { kind: 'object', name: '' }, ANYWHERE, holding);
  }
}

function checkValue(value: Expression, type: ValueType, from: From, holding: Holding): void {
  if (value.kind === 'call')
    for (const branch of branches(value)) if (branch !== value) checkValue(branch, type, from, holding);
  if (value.kind === 'name' && holding.referables !== undefined) {
    checkReference(value, type, from, holding.referables, holding.report);
  }
  if (value.kind !== 'literal' && value.kind !== 'list' && value.kind !== 'map') return;
  if (value.kind === 'map' && value.entries.some(({ key }) => isMacro(key)) && type.kind !== 'object') return;
  const wrong = mismatch(value, type);
  if (wrong !== undefined) wrong(holding.report);
  else if (type.kind === 'union') {
    checkUnion(value, type.types, holding.report, (one, report) =>
      checkValue(value, one, from, { ...holding, report }),
    );
  } else if (type.kind === 'list' && value.kind === 'list') {
    for (const item of value.items) checkValue(item, type.item, from, holding);
  } else if (type.kind === 'map' && value.kind === 'map') {
    for (const entry of value.entries) checkValue(entry.value, type.value, from, holding);
  } else if (type.kind === 'object' && value.kind === 'map') {
    checkObject(value, holding.spec.definition(type.name), holding);
  }
}

/** Holds a map against what is known about it. */
export function checkObject(value: MapExpression, object: ObjectSpecification, holding: Holding): void {
  const { spec, report } = holding;
  const given = new Set(value.entries.map(({ key }) => key));
  for (const { key, value: inner } of value.entries) {
    const property = object.property(key);
    if (property !== undefined) checkProperty(key, inner, property, holding);
    else if (!object.open && !isMacro(key)) {
      const meant = suggest(key, object.names);
      const hint = meant === undefined ? whereItBelongs(key, object, spec) : `Did you mean "${meant}"?`;
      report(
        'unlisted-property',
        inner.place,
        { name: key, owner: nameOf(value.place, holding) },
        { part: 'key', hint },
      );
      if (meant !== undefined) given.add(meant);
    }
  }
  if ([...given].some(isMacro)) return;
  for (const required of object.required) {
    if (given.has(required)) continue;
    const owner = capital(nameOf(value.place, holding));
    report('missing-property', value.place, { name: required, owner }, { part: 'key' });
  }
}

function checkProperty(name: string, value: Expression, property: PropertySpecification, holding: Holding): void {
  const { spec, report } = holding;
  if (checkPackaged(spec.name, name, value, report)) return;
  checkValue(value, property.type, property, holding);
  const policy = policyOf(spec.name, name, property);
  if (policy !== undefined) checkPolicy(value, policy, report);
}

/** Where else in the type there is a property of that name. */
function whereItBelongs(key: string, object: ObjectSpecification, spec: TypeSpecification): string | undefined {
  if (object !== spec.properties && spec.properties.property(key) !== undefined) {
    return `"${key}" belongs directly into "config".`;
  }
  const inside = spec.properties.names.find((name) => {
    const { type } = spec.properties.property(name) ?? {};
    return type?.kind === 'object' && spec.definition(type.name).property(key) !== undefined;
  });
  return inside === undefined ? undefined : `"${key}" belongs into "${inside}".`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
