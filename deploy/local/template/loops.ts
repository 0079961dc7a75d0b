import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { refusal } from './refuse.js';

const LOOP = 'Fn::ForEach::';
/** How many values all loops together may make: loops in loops multiply. */
const MOST = 200_000;

/** The texts of a collection; undefined where they are not known. */
export type Collection = (json: Json) => readonly string[] | undefined;

/** Whether there is a loop anywhere. */
export function hasLoops(json: Json): boolean {
  if (isJsonList(json)) return json.some(hasLoops);
  return isJsonMap(json) && Object.entries(json).some(([key, inner]) => key.startsWith(LOOP) || hasLoops(inner));
}

/**
 * Writes out the loops of a template (CloudFormation User Guide, "Fn::ForEach"). A loop whose collection is not known
 * stays as it is.
 *
 * @throws Fault for a loop of another form, and where they make too much.
 */
export function expandLoops(json: JsonMap, collection: Collection): JsonMap {
  let made = 0;
  const count = () => {
    if (++made > MOST) throw refusal('Transform AWS::LanguageExtensions failed with: Fn::ForEach makes too much.');
  };
  const walk = (value: Json): Json => {
    count();
    if (isJsonList(value)) return value.map(walk);
    return isJsonMap(value) ? map(value) : value;
  };
  const map = (value: JsonMap): JsonMap => {
    const result: Record<string, Json> = Object.create(null);
    for (const [key, inner] of Object.entries(value)) {
      const rounds = key.startsWith(LOOP) ? loop(key, inner) : undefined;
      if (rounds === undefined) result[key] = walk(inner);
      else for (const round of rounds) Object.assign(result, map(round));
    }
    return result;
  };
  const loop = (key: string, value: Json): readonly JsonMap[] | undefined => {
    const [name, over, body, ...more] = isJsonList(value) ? value : [];
    if (typeof name !== 'string' || over === undefined || !isJsonMap(body) || more.length > 0) {
      throw refusal(`Transform AWS::LanguageExtensions failed with: ${key} layout is incorrect`);
    }
    return collection(over)?.map((item) => replaced(body, name, item, count) as JsonMap);
  };
  return map(json);
}

/** What stands in a loop, for one of its items: in keys and texts, and instead of `Ref`. */
function replaced(json: Json, name: string, item: string, count: () => void): Json {
  count();
  if (typeof json === 'string') return inText(json, name, item);
  if (isJsonList(json)) return json.map((inner) => replaced(inner, name, item, count));
  if (!isJsonMap(json)) return json;
  const keys = Object.keys(json);
  if (keys.length === 1 && json.Ref === name) return item;
  const result: Record<string, Json> = Object.create(null);
  for (const key of keys) result[inText(key, name, item)] = replaced(json[key] as Json, name, item, count);
  return result;
}

/** `&{X}` gives only the letters and digits, for ids. */
function inText(text: string, name: string, item: string): string {
  if (!text.includes('{')) return text;
  return text.replaceAll(`\${${name}}`, () => item).replaceAll(`&{${name}}`, () => item.replace(/[^A-Za-z0-9]/g, ''));
}
