import type { Place } from '../source/place.js';
import { blueprintKey, resourceAttributes } from '../template/cloudformation.js';
import type { LogicalResource } from '../template/logical.js';
import { Call, isMap, mapOf, type Value, type ValueMap } from '../template/value.js';
import { runChecks } from './checks.js';
import { identity } from './identity.js';
import { Group, Instance, RawResource, type Scoped, type Thing, type World } from './model.js';
import { waitTargets } from './waits.js';

/** More than ten times what a stack can hold. */
const MOST = 20_000;

/** The logical resources that a thing becomes, each put into `into`; two of one id are an error that names both. */
export function produce(thing: Thing | undefined, world: World, into: Map<string, LogicalResource>): void {
  if (thing instanceof Group) {
    for (const member of thing.members.values()) produce(member, world, into);
    for (const again of thing.again) enter(logical(again, world), world, into, true);
  }
  if (thing instanceof RawResource) enter(logical(thing, world), world, into);
  if (!(thing instanceof Instance)) return;
  runChecks(thing);
  for (const name of thing.type.template.parts.keys()) produce(world.part(thing, name), world, into);
}

/** @param again Whether it may say once more what is there. */
function enter(resource: LogicalResource, world: World, into: Map<string, LogicalResource>, again = false): void {
  const { report } = world;
  const parameter = world.blueprint.parameters.get(resource.id);
  if (parameter !== undefined) {
    const related = [{ place: parameter.place, part: 'key' as const, message: 'The parameter is defined here.' }];
    report('duplicate-name', resource.place.at('id'), { name: resource.id, section: 'the template' }, { related });
  }
  const before = into.get(resource.id);
  if (before !== undefined) {
    if (again && identity(before.properties ?? null) === identity(resource.properties ?? null)) return;
    const related = [{ place: before.place, message: 'It is made here first.' }];
    const args = { id: resource.id, one: ownerOf(before), other: ownerOf(resource) };
    report('duplicate-logical-id', resource.place, args, { related, hint: 'Give one of the two another id.' });
    return;
  }
  if (into.size === MOST) report('too-many-resources', resource.place, { most: MOST });
  if (into.size < MOST) into.set(resource.id, resource);
}

function ownerOf({ owners, id }: LogicalResource): string {
  return `"${owners[0] ?? id}"`;
}

function logical(resource: RawResource, world: World): LogicalResource {
  const { id, typeName, settings, place, owners, scope, config } = resource;
  const attributes = new Map<string, Value>();
  if (settings.condition !== undefined) attributes.set('Condition', settings.condition);
  const waits = new Set(settings.waits.flatMap((wait) => waitsOf(wait, id, world)));
  const asWritten = waitsAsWritten(resource, waits);
  if (waits.size > 0 || asWritten !== undefined) attributes.set('DependsOn', [...waits].sort());
  for (const { name } of resourceAttributes.values()) {
    const value = settled(blueprintKey(name), resource, world);
    if (value !== undefined) attributes.set(name, value);
  }
  const identity = settled('import', resource, world);
  const [only, ...more] = config.map((layer) => properties(resource, layer.place, layer, world));
  const written = scope.author === undefined && config.length > 0;
  return {
    id,
    type: typeName,
    place,
    configPlace: written ? place.at('config') : undefined,
    properties: more.length === 0 ? only : layered([only, ...more]),
    attributes,
    ...(asWritten !== undefined && { waits: asWritten }),
    ...(identity !== undefined && { identity }),
    owners,
  };
}

function settled(name: string, { settings }: RawResource, world: World): Value | undefined {
  const setting = settings.values.get(name);
  return setting && world.settle(world.evaluate(setting.expression, setting.scope), setting.expression.place);
}

/** The one `dependsOn` of a raw resource, if it names what is waited for itself: CloudFormation takes it as it stands. */
function waitsAsWritten({ scope, settings }: RawResource, waits: ReadonlySet<string>): string | string[] | undefined {
  const [wait, more] = settings.waits;
  if (scope.template || wait === undefined || more !== undefined) return undefined;
  const { expression } = wait;
  const items = expression.kind === 'list' ? expression.items : [expression];
  const names = items.flatMap((item) => (item.kind === 'literal' ? [String(item.value)] : []));
  const same =
    names.length === items.length && names.every((name) => waits.has(name)) && new Set(names).size === waits.size;
  if (!same) return undefined;
  return expression.kind === 'list' ? names : names[0];
}

/** What is waited for. That a type's parts wait for each other does not make one wait for itself. */
function waitsOf(wait: Scoped, id: string, world: World): readonly string[] {
  return waitTargets(wait, world).filter((target) => target !== id || !wait.scope.template);
}

function properties(
  { scope }: RawResource,
  place: Place,
  layer: RawResource['config'][number],
  world: World,
): ValueMap | undefined {
  const value = world.settle(world.evaluate(layer, scope), scope.author ?? place);
  if (value === undefined || isMap(value)) return value;
  // A macro may stand for all properties.
  if (value instanceof Call && value.name === 'Fn::Transform') return mapOf([[value.name, value.args]]);
  world.report('wrong-kind', scope.author ?? place, { written: 'This', expected: 'a map of properties' });
  return undefined;
}

function layered(layers: readonly (ValueMap | undefined)[]): ValueMap {
  return mapOf(layers.flatMap((layer) => (layer === undefined ? [] : Object.entries(layer))));
}
