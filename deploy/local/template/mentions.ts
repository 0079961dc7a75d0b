import { callOf, isJsonList, isJsonMap, member } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import { readSub } from '../../../compiler/text/sub.js';

/** Something that a part of a template names. `attribute` is not a text where it is computed. */
export type Mention =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly id: string; readonly attribute: Json }
  | { readonly kind: 'condition'; readonly name: string };

/**
 * Visits all that a value names through functions.
 *
 * @param chosen Whether a condition holds, where only the chosen side of `Fn::If` counts; undefined for both sides.
 */
export function eachMention(
  json: Json,
  visit: (mention: Mention) => void,
  chosen?: (condition: string) => boolean,
): void {
  const inner = (value: Json) => eachMention(value, visit, chosen);
  if (isJsonList(json)) json.forEach(inner);
  if (!isJsonMap(json)) return;
  const [name, arg] = callOf(json) ?? [];
  if (name === 'Ref') {
    if (typeof arg === 'string') visit({ kind: 'name', name: arg });
  } else if (name === 'Fn::GetAtt') attribute(arg ?? null, visit, inner);
  else if (name === 'Fn::Sub') substitution(arg ?? null, visit, inner);
  else if (name === 'Fn::If') choice(arg ?? null, visit, inner, chosen);
  else for (const [key, value] of Object.entries(json)) entry(key, value);

  function entry(key: string, value: Json): void {
    if (key === 'Condition' && typeof value === 'string' && Object.keys(json as object).length === 1) {
      visit({ kind: 'condition', name: value });
    } else inner(value);
  }
}

type Visit = (mention: Mention) => void;
type Inner = (value: Json) => void;

/** The resource and the attribute that `Fn::GetAtt` is given, as one text or as a list. */
export function attributeParts(arg: Json): readonly [id: string, attribute: Json] | undefined {
  const parts = typeof arg === 'string' ? arg.split('.') : isJsonList(arg) ? arg : [];
  const [id, ...rest] = parts;
  if (typeof id !== 'string' || id === '' || rest.length === 0) return undefined;
  if (rest.every((part) => typeof part === 'string')) return [id, rest.join('.')];
  return rest.length === 1 ? [id, rest[0] as Json] : undefined;
}

function attribute(arg: Json, visit: Visit, inner: Inner): void {
  const [id, name] = attributeParts(arg) ?? [];
  if (id === undefined || name === undefined) return;
  visit({ kind: 'attribute', id, attribute: name });
  inner(name);
}

function substitution(arg: Json, visit: Visit, inner: Inner): void {
  const [text, variables] = isJsonList(arg) ? arg : [arg];
  if (typeof text === 'string') {
    for (const part of readSub(text)) {
      if (typeof part === 'string') continue;
      const keys = part.steps.flatMap((step) => (step.kind === 'member' ? [step.key] : []));
      if (member(variables, [part.name, ...keys].join('.')) !== undefined) continue;
      if (keys.length === 0) visit({ kind: 'name', name: part.name });
      else visit({ kind: 'attribute', id: part.name, attribute: keys.join('.') });
    }
  }
  if (variables !== undefined) inner(variables);
}

function choice(arg: Json, visit: Visit, inner: Inner, chosen: ((condition: string) => boolean) | undefined): void {
  const [name, yes, no] = isJsonList(arg) ? arg : [];
  if (typeof name === 'string') visit({ kind: 'condition', name });
  if (yes === undefined || no === undefined) return;
  if (chosen === undefined || typeof name !== 'string') {
    inner(yes);
    inner(no);
  } else inner(chosen(name) ? yes : no);
}
