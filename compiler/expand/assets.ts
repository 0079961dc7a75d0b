import type { Place } from '../source/place.js';
import type { Logical } from '../template/logical.js';
import { mapOf } from '../template/value.js';
import { ASSETS_BUCKET } from '../text/code.js';

/** The bucket of what is packed is a parameter, which deploying gives a value; authors may declare it themselves. */
export function withBucket(logical: Logical, place: Place): Logical {
  const { sections } = logical;
  if (sections.parameters.has(ASSETS_BUCKET)) return logical;
  const value = mapOf([
    ['Description', 'The bucket with the packed files (assets/…) that the stack runs'],
    ['MaxLength', 63],
    ['Type', 'String'],
  ]);
  const parameters = new Map([...sections.parameters, [ASSETS_BUCKET, { value, place }] as const]);
  return { ...logical, sections: { ...sections, parameters } };
}
