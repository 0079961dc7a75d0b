/** What is wrong with something that should be a plan, as far as carrying it out depends on it; undefined where nothing is. */
export function problemOf(plan: unknown): string | undefined {
  if (!isMap(plan)) return 'it is no map';
  if (plan.version !== 1)
    return `it is of version ${JSON.stringify(plan.version) ?? 'none'}, and this jiml knows version 1`;
  for (const [key, holds] of FIELDS) {
    const value = own(plan, key);
    if (!holds(value)) return `its "${key}" ${value === undefined ? 'is missing' : 'is of another kind'}`;
  }
  const { action } = plan.review as { readonly action: unknown };
  return action === 'none' || own(plan, 'changeSet') !== undefined ? undefined : 'its "changeSet" is missing';
}

type Holds = (value: unknown) => boolean;

const isText: Holds = (value) => typeof value === 'string' && value !== '';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const optional =
  (holds: Holds): Holds =>
  (value) =>
    value === undefined || holds(value);
const listOf =
  (holds: Holds): Holds =>
  (value) =>
    Array.isArray(value) && value.every(holds);
const mapOf =
  (holds: Holds): Holds =>
  (value) =>
    isMap(value) && Object.values(value).every(holds);
const isTime: Holds = (value) => typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15;
const isHex: Holds = (value) => typeof value === 'string' && /^(?:[0-9a-f]{2}){16,64}$/.test(value);
const isCapability: Holds = (value) => isMap(value) && isText(value.name) && listOf(isText)(value.ids);

/** A value of a parameter. */
const isPlanned: Holds = (value) => {
  if (!isMap(value)) return false;
  if (value.kind === 'value') return typeof value.value === 'string';
  return value.kind === 'secret' ? isHex(value.hash) : value.kind === 'previous' || value.kind === 'default';
};

const isStack: Holds = (value) =>
  isMap(value) &&
  isText(value.name) &&
  isText(value.region) &&
  ['id', 'account', 'status'].every((key) => optional(isText)(value[key])) &&
  optional(isTime)(value.changed);

const isOneOf =
  (...texts: readonly string[]): Holds =>
  (value) =>
    typeof value === 'string' && texts.includes(value);
const has =
  (fields: Readonly<Record<string, Holds>>): Holds =>
  (value) =>
    isMap(value) && Object.entries(fields).every(([key, holds]) => holds(own(value, key)));
const isFlag: Holds = (value) => typeof value === 'boolean';
const isString: Holds = (value) => typeof value === 'string';
const isPath = listOf((value) => typeof value === 'string' || typeof value === 'number');
const isReplacement = isOneOf('true', 'false', 'conditional');
const isPosition = has({ line: Number.isSafeInteger, column: Number.isSafeInteger });
const isWhere = optional(has({ file: isString, path: isPath, span: has({ start: isPosition, end: isPosition }) }));

const isChange = has({
  id: isText,
  type: isString,
  action: isOneOf('add', 'remove', 'modify', 'import'),
  replacement: isReplacement,
  metadataOnly: isFlag,
  dynamic: isFlag,
  properties: listOf(
    has({
      path: isPath,
      action: isOneOf('add', 'remove', 'modify'),
      replacement: isReplacement,
      script: optional(has({ before: isString, after: isString })),
      through: optional(isString),
    }),
  ),
  because: listOf(has({ id: isString, path: isPath, replacement: isReplacement })),
  renamed: optional(isString),
  data: optional(isOneOf('deleted', 'snapshot', 'retained')),
  drift: optional(isOneOf('modified', 'deleted')),
  before: isWhere,
  after: isWhere,
});

const isDiff = has({
  version: (value) => value === 1,
  resources: listOf(isChange),
  sections: listOf(has({ section: isText, name: optional(isString), action: isOneOf('add', 'remove', 'modify') })),
  risks: listOf(has({ kind: isText, id: isString, message: isString, where: isWhere })),
  capabilities: listOf(isCapability),
  same: listOf(has({ id: isString, path: isPath })),
});

const isReview = has({
  stack: isText,
  region: isText,
  account: optional(isString),
  action: isOneOf('create', 'update', 'import', 'delete', 'none'),
  comparison: has({ before: isString, after: isString, file: optional(isString), diff: isDiff }),
  parameters: listOf(has({ name: isString, value: isString, previous: isFlag })),
  tags: mapOf(isString),
  capabilities: listOf(isCapability),
});

const FIELDS: readonly (readonly [key: string, holds: Holds])[] = [
  ['jiml', isText],
  ['at', isTime],
  ['stack', isStack],
  // Where there is something to change.
  ['changeSet', optional(isText)],
  ['template', isHex],
  ['salt', isHex],
  ['parameters', mapOf(isPlanned)],
  ['tags', mapOf((value) => typeof value === 'string')],
  ['capabilities', listOf(isCapability)],
  ['allow', listOf(isText)],
  ['review', isReview],
];

function own(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
