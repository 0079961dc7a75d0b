import type { PropertiesFile, PropertyFile, SupersededFile, TagsFile, TypeFile, ValueFile } from './file.js';

/** What can stand at a place of a resource's properties, or what an attribute gives. */
export type ValueType =
  | { readonly kind: 'string'; readonly values?: readonly string[] }
  | { readonly kind: 'integer'; readonly values?: readonly number[] }
  | { readonly kind: 'number' | 'boolean' | 'timestamp' }
  /** Anything: a policy, a schema, settings of somebody else's making. */
  | { readonly kind: 'json' }
  | { readonly kind: 'list'; readonly item: ValueType }
  | { readonly kind: 'map'; readonly value: ValueType }
  /** `TypeSpecification.definition` knows it. */
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'union'; readonly types: readonly ValueType[] };

/** What a change means for the resource: a new one, an update in place, or that depends on what no template says. */
export type Replacement = 'always' | 'sometimes' | 'never';

/** What is known about one property. */
export interface PropertySpecification {
  readonly type: ValueType;
  readonly required: boolean;
  readonly replaces: Replacement;
  readonly deprecated: boolean;
  /** Why a change of it deserves a second look: `InlineResourcePolicy`, `IngressRules`, … */
  readonly scrutiny: string | undefined;
  /** The attributes of other types that are expected here. */
  readonly from: readonly (readonly [type: string, attribute: string])[];
}

/** An object with known properties: the properties of a type, or one of the objects within. */
export class ObjectSpecification {
  private readonly known = new Map<string, PropertySpecification>();

  constructor(
    /** How it is called in messages: the name of the type, or of the definition. */
    readonly name: string,
    private readonly file: PropertiesFile,
    /** Whether it may have properties that nobody knows. */
    readonly open = false,
  ) {}

  /** The names of its properties, sorted. */
  get names(): readonly string[] {
    return Object.keys(this.file);
  }

  /** What is known about a property; undefined where there is none of that name. */
  property(name: string): PropertySpecification | undefined {
    const known = this.known.get(name);
    if (known !== undefined || !Object.hasOwn(this.file, name)) return known;
    const property = propertyOf(this.file[name] as ValueFile | PropertyFile);
    this.known.set(name, property);
    return property;
  }

  /** The names of the properties that must be given. */
  get required(): readonly string[] {
    return this.names.filter((name) => this.property(name)?.required === true);
  }
}

/** What is known about a type of CloudFormation's. Decoded as it is asked. */
export class TypeSpecification {
  readonly properties: ObjectSpecification;
  private readonly definitions = new Map<string, ObjectSpecification>();

  constructor(private readonly file: TypeFile) {
    this.properties = new ObjectSpecification(file.name, file.properties, file.open === true);
  }

  get name(): string {
    return this.file.name;
  }

  /** An object that a property is made of. @throws Where the data speaks of what it does not define. */
  definition(name: string): ObjectSpecification {
    const known = this.definitions.get(name);
    if (known !== undefined) return known;
    const { definitions = {} } = this.file;
    if (!Object.hasOwn(definitions, name)) throw new Error(`"${this.name}" has no definition "${name}".`);
    const made = new ObjectSpecification(name, definitions[name] as PropertiesFile);
    this.definitions.set(name, made);
    return made;
  }

  /** The names of what `Fn::GetAtt` gives, sorted; those that end in `*` stand for all that begin so. */
  get attributes(): readonly string[] {
    return Object.keys(this.file.attributes ?? {});
  }

  /** What is known about an attribute by exactly that name, which may end in `*`. */
  attribute(name: string): ValueType | undefined {
    const { attributes = {} } = this.file;
    return Object.hasOwn(attributes, name) ? decoded(attributes[name] as ValueFile) : undefined;
  }

  /** The properties or attributes that tell one from another; `/` between the steps of a nested one. */
  get identifier(): readonly string[] {
    return this.file.identifier ?? [];
  }

  /** What `Ref` gives: properties or attributes; empty where that is not known. */
  get ref(): readonly string[] {
    return this.file.ref ?? this.identifier;
  }

  get tags(): TagsFile | undefined {
    return this.file.tags;
  }

  /** Whether it holds data that is lost with it. */
  get stateful(): boolean {
    return this.file.stateful === true;
  }

  /** Whether its deletion policy may be `Snapshot`. */
  get snapshot(): boolean {
    return this.file.snapshot === true;
  }

  /** Why it should not be used any more, and what to use instead. */
  get superseded(): SupersededFile | undefined {
    return this.file.superseded;
  }

  /** The transform that the template has to declare. */
  get transform(): string | undefined {
    return this.file.transform;
  }

  /** Why a change of it deserves a second look: `IdentityPolicyResource`, `IngressRuleResource`, … */
  get scrutiny(): string | undefined {
    return this.file.scrutiny;
  }

  /** What may be said beside the properties; undefined where the type does not take that attribute. */
  policy(attribute: 'CreationPolicy' | 'UpdatePolicy'): ObjectSpecification | undefined {
    const file = attribute === 'CreationPolicy' ? this.file.creationPolicy : this.file.updatePolicy;
    return file === undefined ? undefined : new ObjectSpecification(attribute, file);
  }
}

function propertyOf(file: ValueFile | PropertyFile): PropertySpecification {
  const { type, ...said }: PropertyFile = typeof file === 'object' && 'type' in file ? file : { type: file };
  return {
    type: decoded(type),
    required: said.required === true,
    replaces: said.replaces ?? 'never',
    deprecated: said.deprecated === true,
    scrutiny: said.scrutiny,
    from: said.from ?? [],
  };
}

function decoded(file: ValueFile): ValueType {
  if (typeof file === 'string') return { kind: file };
  if ('string' in file) return { kind: 'string', values: file.string };
  if ('integer' in file) return { kind: 'integer', values: file.integer };
  if ('list' in file) return { kind: 'list', item: decoded(file.list) };
  if ('map' in file) return { kind: 'map', value: decoded(file.map) };
  if ('object' in file) return { kind: 'object', name: file.object };
  return { kind: 'union', types: file.union.map(decoded) };
}
