import type { PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';
import type { PropertiesFile, PropertyFile, ValueFile } from '../compiler/specification/file.js';

type Property = TypeDefinition['properties'][string];

/** The definition that stands for the tags that need none in the data package. No definition of AWS's is called so. */
export const TAG = 'tag';

const TAG_PROPERTIES: PropertiesFile = {
  Key: { type: 'string', required: true },
  Value: { type: 'string', required: true },
};

/** The objects that a type is made of, gathered while its properties and attributes are described. */
export class Definitions {
  private readonly names = new Map<string, string>();
  private readonly made = new Map<string, PropertiesFile>();

  constructor(private readonly db: SpecDatabase) {}

  /** By name, sorted. */
  get all(): Readonly<Record<string, PropertiesFile>> | undefined {
    return this.made.size === 0 ? undefined : sorted(this.made);
  }

  /** Changes one that is there. */
  change(name: string, change: (properties: PropertiesFile) => PropertiesFile): void {
    const properties = this.made.get(name);
    if (properties !== undefined) this.made.set(name, change(properties));
  }

  properties(properties: TypeDefinition['properties']): PropertiesFile {
    return sorted(Object.entries(properties).map(([name, property]) => [name, this.property(property)]));
  }

  value(type: PropertyType): ValueFile {
    if (type.type === 'array') return { list: this.value(type.element) };
    if (type.type === 'map') return { map: this.value(type.element) };
    if (type.type === 'union') return { union: type.types.map((one) => this.value(one)) };
    if (type.type === 'ref') return { object: this.refer(type.reference.$ref) };
    if (type.type === 'tag') return { object: this.tag() };
    if (type.type === 'string' && type.allowedValues) return { string: type.allowedValues };
    if (type.type === 'integer' && type.allowedValues) return { integer: type.allowedValues };
    if (type.type === 'date-time') return 'timestamp';
    return type.type === 'null' ? 'json' : type.type;
  }

  private property(property: Property): ValueFile | PropertyFile {
    const { causesReplacement: replaces, scrutinizable, relationshipRefs: refs = [] } = property;
    const from = refs.map(({ cloudFormationType, propertyName }) => [cloudFormationType, propertyName] as const);
    const file: PropertyFile = {
      type: this.value(property.type),
      ...(property.required === true && { required: true }),
      ...(replaces !== undefined && replaces !== 'no' && { replaces: replaces === 'yes' ? 'always' : 'sometimes' }),
      ...(property.deprecated !== undefined && property.deprecated !== 'NONE' && { deprecated: true }),
      ...(scrutinizable !== undefined && scrutinizable !== 'None' && { scrutiny: scrutinizable }),
      ...(from.length > 0 && { from }),
    };
    return Object.keys(file).length === 1 ? file.type : file;
  }

  /** The name of a definition; two of one name get numbers. */
  private refer(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const definition = this.db.get('typeDefinition', id);
    const name = this.free(definition.name);
    this.names.set(id, name);
    this.made.set(name, {});
    this.made.set(name, this.properties(definition.properties));
    return name;
  }

  private free(name: string): string {
    let free = name;
    for (let number = 2; this.made.has(free); number++) free = `${name}${number}`;
    return free;
  }

  private tag(): string {
    this.made.set(TAG, this.made.get(TAG) ?? TAG_PROPERTIES);
    return TAG;
  }
}

/** An object whose keys are sorted by their UTF-16 code units. */
export function sorted<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
