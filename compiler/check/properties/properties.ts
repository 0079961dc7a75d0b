import type { Report } from '../../diagnostics/diagnostic.js';
import type {
  ObjectSpecification,
  PropertySpecification,
  TypeSpecification,
  ValueType,
} from '../../specification/specification.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import { suggest } from '../../text/suggest.js';
import { mismatch } from './kinds.js';
import { checkPolicy } from './policy.js';

/** What a resource's properties are held against. */
interface Holding {
  readonly spec: TypeSpecification;
  /** How the resource is called in messages. */
  readonly owner: string;
  readonly report: Report;
}

/**
 * Holds the properties of a resource against the description of its type, each at its own place. What a reference or a
 * function gives is not guessed; both sides of `Fn::If` are looked at.
 */
export function checkProperties(config: Expression, holding: Holding): void {
  checkValue(config, { kind: 'object', name: '' }, holding);
}

function checkValue(value: Expression, type: ValueType, holding: Holding): void {
  if (value.kind === 'call' && value.name === 'Fn::If') {
    for (const branch of value.args.kind === 'list' ? value.args.items.slice(1) : []) checkValue(branch, type, holding);
  }
  if (value.kind !== 'literal' && value.kind !== 'list' && value.kind !== 'map') return;
  const wrong = mismatch(value, type);
  if (wrong !== undefined) wrong(holding.report);
  else if (type.kind === 'union') checkUnion(value, type.types, holding);
  else if (type.kind === 'list') {
    for (const item of value.kind === 'list' ? value.items : [value]) checkValue(item, type.item, holding);
  } else if (type.kind === 'map' && value.kind === 'map') {
    for (const entry of value.entries) checkValue(entry.value, type.value, holding);
  } else if (type.kind === 'object' && value.kind === 'map') checkObject(value, type.name, holding);
}

/** Something of what is allowed has to fit; where nothing does, only that is said. */
function checkUnion(value: Expression, types: readonly ValueType[], holding: Holding): void {
  const fits = types.filter((type) => mismatch(value, type) === undefined);
  const [only] = fits;
  if (only === undefined) mismatch(value, types[0] ?? { kind: 'json' })?.(holding.report);
  else if (fits.length === 1) checkValue(value, only, holding);
}

function checkObject(value: MapExpression, name: string, holding: Holding): void {
  const { spec, report, owner } = holding;
  const object = name === '' ? spec.properties : spec.definition(name);
  const called = name === '' ? owner : `"${String(value.place.key)}" of ${owner}`;
  const given = new Set(value.entries.map(({ key }) => key));
  for (const { key, value: inner } of value.entries) {
    const property = object.property(key);
    if (property !== undefined) {
      checkValue(inner, property.type, holding);
      if (holdsPolicy(property)) checkPolicy(inner, report);
    } else if (!object.open && !isMacro(key)) {
      const meant = suggest(key, object.names);
      const hint = meant === undefined ? whereItBelongs(key, object, spec) : `Did you mean "${meant}"?`;
      report('unlisted-property', inner.place, { name: key, owner: called }, { part: 'key', hint });
      if (meant !== undefined) given.add(meant);
    }
  }
  if ([...given].some(isMacro)) return;
  for (const required of object.required) {
    if (given.has(required)) continue;
    report('missing-property', value.place, { name: required, owner: capital(called) }, { part: 'key' });
  }
}

function holdsPolicy({ scrutiny }: PropertySpecification): boolean {
  return scrutiny?.endsWith('Policy') === true || scrutiny === 'InlineIdentityPolicies';
}

/** What a transform puts properties in the place of: it knows which. */
function isMacro(key: string): boolean {
  return key.startsWith('Fn::');
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
