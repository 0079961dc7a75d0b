import type { Resource, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { PropertiesFile, PropertyFile, TagsFile, TypeFile, ValueFile } from '../compiler/specification/file.js';
import type { Tables } from './tables.js';
import { Definitions, sorted } from './value.js';

const FORMS = { standard: 'list', asg: 'propagated', map: 'map' } as const;

/** Describes all types that the data package or a table knows, by name, sorted. */
export function describeTypes(db: SpecDatabase, tables: Tables): ReadonlyMap<string, TypeFile> {
  const described = [...db.all('resource')].map((resource) => describe(resource, db, tables));
  const added = Object.entries(tables.additions.types).map(([name, said]) => complete({ name, ...said }, tables));
  const all = new Map([...described, ...added].map((file) => [file.name, file]));
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describe(resource: Resource, db: SpecDatabase, tables: Tables): TypeFile {
  const definitions = new Definitions(db);
  const properties = definitions.properties(resource.properties);
  const attributes = attributesOf(resource, definitions);
  for (const path of resource.additionalReplacementProperties ?? []) replaceAt(definitions, properties, path);
  const { all } = definitions;
  const { primaryIdentifier: identifier, cfnRefIdentifier: ref, scrutinizable } = resource;
  const file: TypeFile = {
    name: resource.cloudFormationType,
    properties,
    ...(all && { definitions: all }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(identifier && { identifier }),
    ...(ref && { ref }),
    ...(resource.tagInformation && { tags: tagsOf(resource.tagInformation) }),
    ...(resource.isStateful === true && { stateful: true }),
    ...(resource.cloudFormationTransform && { transform: resource.cloudFormationTransform }),
    ...(scrutinizable && scrutinizable !== 'None' && { scrutiny: scrutinizable }),
  };
  return complete(file, tables);
}

function attributesOf(resource: Resource, definitions: Definitions): Readonly<Record<string, ValueFile>> {
  return sorted(Object.entries(resource.attributes).map(([name, { type }]) => [name, definitions.value(type)]));
}

function tagsOf({ tagPropertyName, variant }: NonNullable<Resource['tagInformation']>): TagsFile {
  return { property: tagPropertyName, form: FORMS[variant] };
}

/** Says of a place within a property that a change of it replaces the resource. `*` is each item of a list. */
function replaceAt(definitions: Definitions, properties: PropertiesFile, path: readonly string[]): void {
  let at = properties[path[0] ?? ''];
  for (const [index, step] of path.slice(1).entries()) {
    const type: ValueFile | undefined = at && typeOf(at);
    if (typeof type !== 'object') return;
    if (step === '*') at = 'list' in type ? type.list : undefined;
    else if ('object' in type) at = stepInto(definitions, type.object, step, index + 2 === path.length);
    else return;
  }
}

function stepInto(definitions: Definitions, name: string, key: string, last: boolean) {
  let found: ValueFile | PropertyFile | undefined;
  definitions.change(name, (properties) => {
    found = properties[key];
    if (!last || found === undefined) return properties;
    const said: PropertyFile = typeof found === 'object' && 'type' in found ? found : { type: found };
    return { ...properties, [key]: { ...said, replaces: 'always' } };
  });
  return found;
}

function typeOf(file: ValueFile | PropertyFile): ValueFile {
  return typeof file === 'object' && 'type' in file ? file.type : file;
}

/** Adds what the tables say of a type. @throws Where a policy's definition is called as one of the type's own. */
function complete(file: TypeFile, { additions, policies, stateful, superseded }: Tables): TypeFile {
  const { name } = file;
  const creationPolicy = policies.creationPolicy[name];
  const updatePolicy = policies.updatePolicy[name];
  const policyDefinitions = creationPolicy || updatePolicy ? policies.definitions : {};
  const attributes = { ...file.attributes, ...additions.attributes[name] };
  const ofPolicies = needed(policyDefinitions, [creationPolicy, updatePolicy]);
  const twice = Object.keys(ofPolicies).find((key) => Object.hasOwn(file.definitions ?? {}, key));
  if (twice !== undefined) throw new Error(`"${name}" has a definition "${twice}", and so has a policy.`);
  const definitions = { ...file.definitions, ...ofPolicies };
  const holds = (file.stateful === true || stateful.types.includes(name)) && !Object.hasOwn(stateful.not, name);
  const { stateful: _said, ...rest } = file;
  const found = Object.entries(superseded.types).find(([pattern]) => matches(pattern, name));
  return {
    ...rest,
    ...(Object.keys(definitions).length > 0 && { definitions: sorted(Object.entries(definitions)) }),
    ...(Object.keys(attributes).length > 0 && { attributes: sorted(Object.entries(attributes)) }),
    ...(additions.open.includes(name) && { open: true }),
    ...(holds && { stateful: true }),
    ...(policies.snapshot.includes(name) && { snapshot: true }),
    ...(found && { superseded: supersededBy(found[1]) }),
    ...(creationPolicy && { creationPolicy }),
    ...(updatePolicy && { updatePolicy }),
  };
}

/** The definitions that are used from here on. */
function needed(
  definitions: Readonly<Record<string, PropertiesFile>>,
  from: readonly (PropertiesFile | undefined)[],
): Record<string, PropertiesFile> {
  const used: Record<string, PropertiesFile> = {};
  const waiting = from.filter((properties) => properties !== undefined);
  for (const properties of waiting) {
    for (const name of Object.values(properties).flatMap((property) => objectsOf(typeOf(property)))) {
      const definition = definitions[name];
      if (definition === undefined || name in used) continue;
      used[name] = definition;
      waiting.push(definition);
    }
  }
  return used;
}

function objectsOf(type: ValueFile): readonly string[] {
  if (typeof type === 'string') return [];
  if ('list' in type) return objectsOf(type.list);
  if ('map' in type) return objectsOf(type.map);
  return 'object' in type ? [type.object] : [];
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function supersededBy({ source: _source, ...said }: Tables['superseded']['types'][string]) {
  return said;
}
