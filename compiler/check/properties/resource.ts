import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../source/place.js';
import { describable, type Specifications } from '../../specification/read.js';
import { shapeOfSpecification } from '../../specification/shape.js';
import type { Shape } from '../../text/shape.js';
import { didYouMean } from '../../text/suggest.js';
import type { Declaration } from '../blueprint.js';
import { checkAttributes, isModule } from './attributes.js';
import { checkObject, checkProperties } from './properties.js';
import type { Referables } from './referables.js';

/** What of a resource is held against the description of its type. */
export type Described = Pick<Declaration, 'typeName' | 'id' | 'place' | 'config' | 'settings'> & {
  /** Where its type is written, if that is not at `type`. */
  readonly typePlace?: Place;
};

/** How the properties of a CloudFormation type are read; undefined for one that is not known. */
export function shapeOfType(specifications: Specifications, typeName: string): Shape | undefined {
  const spec = specifications.typeSpecification(typeName);
  return spec && shapeOfSpecification(spec);
}

/**
 * Holds a resource of a CloudFormation type against what is known about the type; what is not known passes. What its
 * references give is looked at where it is said what the names of the blueprint are.
 */
export function checkResource(
  declaration: Described,
  specifications: Specifications,
  report: Report,
  referables?: Referables,
): void {
  const { typeName, place, config, id, settings } = declaration;
  const spec = specifications.typeSpecification(typeName);
  if (spec === undefined) {
    if (isModule(typeName)) checkAttributes(declaration, spec, report);
    else if (describable(typeName)) reportUnlisted(declaration, specifications, report);
    return;
  }
  if (spec.transform !== undefined) return;
  const owner = id === undefined ? `this ${typeName}` : `${typeName} "${id}"`;
  for (const [name, object] of checkAttributes(declaration, spec, report)) {
    const said = settings.get(name);
    const holding = { spec, owner: `"${name}" of ${owner}`, root: said?.place, report, referables };
    if (said?.kind === 'map') checkObject(said, object, holding);
  }
  const properties = config ?? { kind: 'map' as const, entries: [], place };
  checkProperties(properties, { spec, owner, root: properties.place, report, referables });
}

function reportUnlisted(
  { typeName, place, typePlace = place.at('type') }: Described,
  specifications: Specifications,
  report: Report,
): void {
  const hint = didYouMean(typeName, specifications.typeNames());
  report('unlisted-type', typePlace, { type: typeName }, { hint });
}
