/**
 * The form in which what is known about CloudFormation's types is kept: one JSON file a type. What says nothing is left
 * out, and a property without more to say than its type is just that.
 */
export interface TypeFile {
  /** `AWS::SQS::Queue`. */
  readonly name: string;
  readonly properties: PropertiesFile;
  /** The objects that properties and attributes are made of, by name. */
  readonly definitions?: Readonly<Record<string, PropertiesFile>>;
  /** What `Fn::GetAtt` gives, by name; `Outputs.*` stands for every name that begins so, `*` for any. */
  readonly attributes?: Readonly<Record<string, ValueFile>>;
  /** The properties or attributes that tell one from another; `/` between the steps of a nested one. */
  readonly identifier?: readonly string[];
  /** What `Ref` gives, where that is something else than the identifier. */
  readonly ref?: readonly string[];
  readonly tags?: TagsFile;
  /** Whether it may have properties that nobody knows. */
  readonly open?: true;
  readonly stateful?: true;
  /** Whether its deletion policy may be `Snapshot`. */
  readonly snapshot?: true;
  readonly superseded?: SupersededFile;
  /** The transform that the template has to declare. */
  readonly transform?: string;
  readonly scrutiny?: string;
  /** What its creation policy and update policy may say; neither is taken where nothing is said. */
  readonly creationPolicy?: PropertiesFile;
  readonly updatePolicy?: PropertiesFile;
}

export type PropertiesFile = Readonly<Record<string, ValueFile | PropertyFile>>;

export interface PropertyFile {
  readonly type: ValueFile;
  readonly required?: true;
  /** Whether a change makes a new resource; `sometimes` depends on what is not in the template. */
  readonly replaces?: 'always' | 'sometimes';
  readonly deprecated?: true;
  readonly scrutiny?: string;
  /** What is expected to be given here: attributes or identifiers of other types (`["AWS::IAM::Role", "Arn"]`). */
  readonly from?: readonly (readonly [type: string, attribute: string])[];
}

/** The kinds of value that need no more words. */
export type PlainFile = 'string' | 'integer' | 'number' | 'boolean' | 'timestamp' | 'json';

export type ValueFile =
  | PlainFile
  | { readonly string: readonly string[] }
  | { readonly integer: readonly number[] }
  | { readonly list: ValueFile }
  | { readonly map: ValueFile }
  | { readonly object: string }
  | { readonly union: readonly ValueFile[] };

export interface TagsFile {
  readonly property: string;
  /** How tags are written: a list of keys and values, one with `PropagateAtLaunch`, or a map. */
  readonly form: 'list' | 'propagated' | 'map';
}

export interface SupersededFile {
  /** What to use instead, in words that follow "Use". */
  readonly by: string;
  /** One sentence. */
  readonly reason: string;
  /** Whether nothing of it can be created any more. */
  readonly retired?: true;
}

const TYPE = /^[A-Za-z]\w{0,63}::\w{1,64}::\w{1,64}$/;

/** Where the file of a type is, from the folder of all of them; undefined where no type can be called so. */
export function typePath(name: string): readonly string[] | undefined {
  if (!TYPE.test(name)) return undefined;
  const steps = name.split('::');
  return [...steps.slice(0, -1), `${steps.at(-1)}.json`];
}

/** The file with the names of all types, in the same folder. */
export const NAMES = 'names.json';
