import type { Place } from '../source/place.js';
import { Call, isMap, Reference, Text, type Value } from '../template/value.js';
import type { Chain } from '../text/expression.js';
import type { Head, Scope } from './model.js';

/** A part of a text: what it is, and the name that it came from. */
export interface TextPart {
  readonly head: Head;
  readonly chain?: Chain | undefined;
}

/** The text that parts are together: known ones become one text, what is not known yet stays a part. */
export function joinParts(parts: readonly TextPart[], scope: Scope, place: Place): Head {
  const values = parts.flatMap((part) => inText(part, scope, place));
  if (values.every((value) => typeof value === 'string')) return values.join('');
  const [only] = values;
  return values.length === 1 && only instanceof Reference ? only : new Text(values, place);
}

/** As part of a text; the items of a list stand with commas between them, as CloudFormation writes them. */
function inText({ head, chain }: TextPart, scope: Scope, place: Place): readonly Value[] {
  const value = scope.world.settle(head, place);
  if (value === undefined || value === null) return [];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) {
    return [
      value.every((item) => typeof item !== 'object') ? value.join(',') : new Call('Fn::Join', [',', value], place),
    ];
  }
  const part = chain && scope.author === undefined ? { from: chain.from, to: chain.to } : undefined;
  if (value instanceof Reference && part) return [new Reference(value.target, value.attribute, place, part)];
  if (!isMap(value)) return [value];
  const extra = part === undefined ? {} : { part };
  scope.world.report('wrong-kind', scope.author ?? place, { written: 'A map', expected: 'a text' }, extra);
  return [];
}
