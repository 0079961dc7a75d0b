import type { Place } from '../../source/place.js';
import type { Types } from '../../types/load.js';
import type { Part, Type } from '../../types/type.js';
import { isCloudFormation } from '../declarations.js';
import { placeOfKey } from './places.js';

export type Section = 'config' | 'values' | 'resources' | 'shared';

/** What a name of a type's template stands for, as far as that is known before there is a blueprint. */
export interface Named {
  readonly section: Section;
  /** Where it is defined; its key is the name. */
  readonly place: Place;
  /** The part that it is. */
  readonly part?: Part;
  /** The type of the resource that it is, where it is a single one of a type of ours. */
  readonly type?: Type | undefined;
}

/** How the entries of a section are called in messages. */
export const KINDS: Readonly<Record<Section, string>> = {
  config: 'a config key',
  values: 'a value',
  resources: 'a part',
  shared: 'a shared resource',
};

/** What can be written as a name. */
export const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** What names mean in every template, beside its own. */
export const WORDS: ReadonlyMap<string, string> = new Map([
  ['self', 'the main part'],
  ['this', 'the instance itself'],
  ['id', "the instance's id"],
  ['none', 'nothing'],
  ['each', 'a repetition'],
]);

/** What a type's template and config call something, in the order of the sections. A name that clashes comes twice. */
export function definitions(type: Type, types: Types): readonly (readonly [string, Named])[] {
  const { values, parts, shared, place } = type.template;
  const ofType = (name: string) => (isCloudFormation(name) ? undefined : types.get(name));
  return [
    ...[...type.keys.keys()].map((name) => [name, { section: 'config', place: placeOfKey(type, name) }] as const),
    ...[...values.keys()].map((name) => [name, { section: 'values', place: place.at('values').at(name) }] as const),
    ...[...parts].map(([name, part]) => {
      const single = part.forEach === undefined ? ofType(part.type) : undefined;
      return [name, { section: 'resources', place: part.place, part, type: single }] as const;
    }),
    ...[...shared].map(
      ([name, { type: shares, place: at }]) => [name, { section: 'shared', place: at, type: ofType(shares) }] as const,
    ),
  ];
}
