import type { Json } from '../template/template.js';
import { Call, isMap, Reference, Text, type Value } from '../template/value.js';

/**
 * A value as CloudFormation spells it: `Ref`, `Fn::GetAtt`, functions by name, texts with references as `Fn::Join`.
 * Nothing else in the program writes these. Keys of maps are sorted by code units.
 */
export function spell(value: Value): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Reference) return spellReference(value);
  if (value instanceof Call) return only(value.name, spell(value.args));
  if (value instanceof Text) return spellText(value);
  if (isMap(value)) return spellMap(value);
  return value.map(spell);
}

function spellReference({ target, attribute }: Reference): Json {
  return attribute === undefined ? only('Ref', target) : only('Fn::GetAtt', [target, attribute]);
}

function spellMap(map: { readonly [key: string]: Value }): Json {
  const spelled: Record<string, Json> = Object.create(null);
  for (const key of Object.keys(map).sort()) spelled[key] = spell(map[key] as Value);
  return spelled;
}

/** Few parts: neighbouring texts are one, nested texts are taken apart, and a lone part stands for itself. */
function spellText(text: Text): Json {
  const parts: Json[] = [];
  for (const part of flattened(text.parts)) {
    const last = parts.at(-1);
    if (typeof part === 'object' && part !== null) parts.push(spell(part));
    else if (typeof last === 'string') parts[parts.length - 1] = last + String(part);
    else if (part !== '') parts.push(String(part));
  }
  const first = parts[0];
  if (first === undefined) return '';
  return parts.length === 1 ? first : only('Fn::Join', ['', parts]);
}

function* flattened(parts: readonly Value[]): Generator<Value> {
  for (const part of parts) {
    const inner = part instanceof Text ? part.parts : joined(part);
    if (inner === undefined) yield part;
    else yield* flattened(inner);
  }
}

/** The parts of a `Fn::Join` with nothing between them. */
function joined(value: Value): readonly Value[] | undefined {
  if (!(value instanceof Call) || value.name !== 'Fn::Join' || !Array.isArray(value.args)) return undefined;
  const [delimiter, parts] = value.args as readonly Value[];
  return delimiter === '' && Array.isArray(parts) ? parts : undefined;
}

function only(key: string, value: Json): Json {
  const map: Record<string, Json> = Object.create(null);
  map[key] = value;
  return map;
}
