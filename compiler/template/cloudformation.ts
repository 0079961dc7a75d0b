import data from './cloudformation.json' with { type: 'json' };

/** What stands behind the name of a function. `text-or-list`: a lone text, or a list with the text first. */
export type Takes = 'text' | 'list' | 'text-or-list' | 'map' | 'value';

/** One of CloudFormation's functions. */
export interface Intrinsic {
  /** The long name: `Fn::Sub`, `Ref`. */
  readonly name: string;
  /** YAML's short form: `!Sub`. */
  readonly tag: string;
  readonly takes: Takes;
  /** How many arguments (items, or keys of a map) there must be at least and at most. */
  readonly min?: number;
  readonly max?: number;
  /** Which arguments must be written out; none where nothing is said. */
  readonly literal?: readonly number[];
  /** The keys of a map. */
  readonly keys?: readonly string[];
  readonly gives?: 'boolean';
  /** The only section in which it has a meaning. */
  readonly only?: string;
  /** The transform that the template has to declare. */
  readonly transform?: string;
  /** A list of such maps is allowed, too. */
  readonly several?: boolean;
  /** Its argument can be one text with a dot: `!GetAtt Server.PublicIp`. */
  readonly dotted?: boolean;
  /** A name of the author's stands behind it, in the key: `Fn::ForEach::Buckets`. */
  readonly named?: boolean;
}

/** What the text of a parameter is: free, a number, the id of something in AWS, or a key whose value is looked up. */
export type ParameterKind = 'text' | 'number' | 'id' | 'key';

/** What is known about a type of parameter. */
export interface ParameterType {
  readonly kind: ParameterKind;
  readonly list: boolean;
  /** The most characters of one value, where that is known. */
  readonly maxLength: number | undefined;
}

/** What a parameter can say about itself, by CloudFormation's name. `kinds`: what it goes with; all where undefined. */
export interface ParameterAttribute {
  readonly name: string;
  readonly takes: 'text' | 'list' | 'scalar' | 'count' | 'number' | 'boolean';
  readonly kinds?: readonly ParameterKind[];
  /** False where it does not go with lists. */
  readonly lists?: boolean;
}

/** What can stand beside the properties of a resource. `names`: a name or a list of them. */
export interface ResourceAttribute {
  readonly name: string;
  readonly takes: 'text' | 'names' | 'map';
  readonly values?: readonly string[];
}

function table<T extends { readonly name: string }>(entries: object): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries).map(([name, entry]) => [name, { name, ...entry } as T]));
}

/** `AWSTemplateFormatVersion`. */
export const formatVersion = data.formatVersion;

/** A template's top-level keys in the order in which they are written. */
export const sectionOrder: readonly string[] = data.sections.order;

/** The functions by long name. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = table(data.functions.table);

/** The functions by tag, with the exclamation mark. */
export const intrinsicTags: ReadonlyMap<string, Intrinsic> = new Map(
  [...intrinsics.values()].map((intrinsic) => [intrinsic.tag, intrinsic]),
);

/** The pseudo parameters by name: the most characters that each can have, and whether it is a list of such texts. */
export const pseudoParameters: ReadonlyMap<string, { name: string; maxLength: number; list?: boolean }> = table(
  data.pseudoParameters.table,
);

/** What a property is set to in order not to be set. */
export const noValue = 'AWS::NoValue';

/** The types of parameters that have a name of their own; `parameterType` knows the looked-up ones too. */
export const parameterTypeNames: readonly string[] = Object.keys(data.parameters.types);

/** What a parameter can say about itself, by CloudFormation's name (`MinLength`). */
export const parameterAttributes: ReadonlyMap<string, ParameterAttribute> = table(data.parameters.attributes);

/** What can stand beside the properties of a resource, in the order in which it is written. */
export const resourceAttributes: ReadonlyMap<string, ResourceAttribute> = table(data.resources.attributes);

/** The keys of an output. */
export const outputAttributes: readonly string[] = data.outputs.attributes;

/** How much there can be of everything: counts, characters, bytes. */
export const limits: Readonly<Omit<typeof data.limits, 'source'>> = data.limits;

/** User data: the most bytes before Base64, what to assume of a text of unknown size (characters), and how it is sent. */
export const userData: {
  readonly maxBytes: number;
  readonly unknownLength: number;
  readonly encoding: string;
} = data.userData;

const userDataPaths: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.userData.places));

/** Where user data stands in the properties of a CloudFormation type; `*` is each item of a list. */
export function userDataPath(type: string): readonly string[] | undefined {
  return userDataPaths.get(type);
}

const types = new Map<string, { kind: string; list?: boolean; maxLength?: number }>(
  Object.entries(data.parameters.types),
);

/** What is known about a type of parameter; undefined when there is none of that name. */
export function parameterType(name: string): ParameterType | undefined {
  const { prefix, suffix, kind, no } = data.parameters.systemsManager;
  const lookedUp = name.startsWith(prefix) && name.endsWith(suffix);
  const inner = lookedUp ? name.slice(prefix.length, -suffix.length) : name;
  const type = types.get(inner);
  if (type === undefined || (lookedUp && (type.kind === kind || no.includes(inner)))) return undefined;
  const list = type.list === true;
  return { kind: (lookedUp ? kind : type.kind) as ParameterKind, list, maxLength: type.maxLength };
}

const logicalId = new RegExp(data.logicalId.pattern);

/** Whether a text can be the name of a resource, a parameter, an output, a condition. */
export function isLogicalId(text: string): boolean {
  return logicalId.test(text) && text.length <= limits.logicalIdLength;
}

/** All dynamic references (`{{resolve:…}}`) in a text. */
export function dynamicReferences(text: string): readonly string[] {
  return text.match(new RegExp(data.dynamicReference.pattern, 'g')) ?? [];
}

/** CloudFormation's name of something as blueprints write it: `MinLength` is `minLength`. */
export function blueprintKey(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
