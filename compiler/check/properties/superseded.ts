import type { Report } from '../../diagnostics/diagnostic.js';
import type { Specifications } from '../../specification/read.js';
import type { Described } from './resource.js';

/** Says of each type once that it should not be used any more, with every resource of it. */
export function checkSuperseded(
  resources: readonly Pick<Described, 'typeName' | 'place' | 'typePlace'>[],
  specifications: Specifications,
  report: Report,
): void {
  for (const type of new Set(resources.map(({ typeName }) => typeName))) {
    const superseded = specifications.typeSpecification(type)?.superseded;
    if (superseded === undefined) continue;
    const [first, ...others] = resources.filter(({ typeName }) => typeName === type);
    if (first === undefined) continue;
    const related = others.map((other) => ({ place: placeOf(other), message: 'and here' }));
    const hint = `${superseded.reason} Use ${superseded.by}.`;
    report('superseded-type', placeOf(first), { type }, { hint, related });
  }
}

function placeOf({ place, typePlace = place.at('type') }: Pick<Described, 'place' | 'typePlace'>) {
  return typePlace;
}
