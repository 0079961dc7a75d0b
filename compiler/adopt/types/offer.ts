import { intrinsics } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import { isList, isMap } from './json.js';

/** Deeper than attributes are made of maps. */
const DEEPEST = 4;

/** What the maps of an attribute hold, by name; only what tells of a resource, since a literal may stand anywhere. */
export function membersOf(name: string, value: Json, depth = 0): readonly (readonly [string, Json])[] {
  if (depth > DEEPEST || isFunction(value)) return [];
  const entries = isList(value)
    ? value.map((item, at): [string, Json] => [String(at), item])
    : isMap(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, item]) => {
    const inner = membersOf(`${name}.${key}`, item, depth + 1);
    return isList(item) || isFunction(item) ? [[`${name}.${key}`, item] as const, ...inner] : inner;
  });
}

function isFunction(value: Json): boolean {
  return isMap(value) && Object.keys(value).some((key) => intrinsics.has(key));
}

/** The things that a name goes through: `A.b.c` is of `A`, and of `A.b`. */
export function prefixes(name: string): readonly string[] {
  const steps = name.split('.');
  return steps.map((_, at) => steps.slice(0, at + 1).join('.'));
}

/** What grants some of the statements, in their order: `{ send: $Jobs }`, if all of `Jobs.grants.send` are among them. */
export function grantsOf(
  statements: readonly Json[],
  attribute: string,
  called: ReadonlyMap<string, string>,
): JsonMap | undefined {
  const texts = [
    ...new Set(statements.flatMap((one) => (isList(one) ? one : [one])).map((one) => JSON.stringify(one))),
  ];
  const left = new Set(texts);
  const given = [...called].flatMap(([text, name]) => grantOf(text, name, attribute) ?? []);
  const possible = given.filter(({ gives }) => gives.every((one) => left.has(one)));
  const chosen = possible
    .toSorted((a, b) => b.gives.length - a.gives.length)
    .filter(({ gives }) => gives.filter((one) => left.delete(one)).length > 0);
  const config: Record<string, Json> = {};
  for (const { verb, thing } of chosen.toSorted(
    (a, b) => texts.indexOf(a.gives[0] ?? '') - texts.indexOf(b.gives[0] ?? ''),
  )) {
    const before = config[verb];
    config[verb] = before === undefined ? thing : [...(isList(before) ? before : [before]), thing];
  }
  return chosen.length === 0 ? undefined : config;
}

function grantOf(text: string, name: string, attribute: string) {
  const steps = name.split('.');
  const verb = steps.at(-1) ?? '';
  if (steps.length < 3 || steps.at(-2) !== attribute || !text.startsWith('[')) return undefined;
  const gives = (JSON.parse(text) as readonly Json[]).map((one) => JSON.stringify(one));
  return { thing: `$${steps.slice(0, -2).join('.')}`, verb, gives };
}
