import { Place } from '../../source/place.js';
import type { Type } from '../../types/type.js';

/** Where a key of a type's config stands in its schema.json. */
export function placeOfKey({ schemaDocument }: Type, key: string): Place {
  return Place.root(schemaDocument).at('properties').at(key);
}
