import type { Report } from '../../diagnostics/diagnostic.js';
import { describable, type Specifications } from '../../specification/read.js';
import { shapeOfSpecification } from '../../specification/shape.js';
import type { TypeSpecification } from '../../specification/specification.js';
import type { Shape } from '../../text/shape.js';
import { didYouMean } from '../../text/suggest.js';
import type { Declaration } from '../blueprint.js';
import { checkProperties } from './properties.js';

/** What of a resource is held against the description of its type. */
export type Described = Pick<Declaration, 'typeName' | 'id' | 'place' | 'config' | 'settings'>;

/** How the properties of a CloudFormation type are read; undefined for one that is not known. */
export function shapeOfType(specifications: Specifications, typeName: string): Shape | undefined {
  const spec = specifications.typeSpecification(typeName);
  return spec && shapeOfSpecification(spec);
}

/** Holds a resource of a CloudFormation type against what is known about the type; what is not known passes. */
export function checkResource(declaration: Described, specifications: Specifications, report: Report): void {
  const { typeName, place, config, id } = declaration;
  const spec = specifications.typeSpecification(typeName);
  if (spec === undefined) {
    if (!describable(typeName)) return;
    const hint = didYouMean(typeName, specifications.typeNames());
    report('unlisted-type', place.at('type'), { type: typeName }, { hint });
    return;
  }
  checkType(declaration, spec, report);
  if (spec.transform !== undefined) return;
  const owner = id === undefined ? `this ${typeName}` : `${typeName} "${id}"`;
  checkProperties(config ?? { kind: 'map', entries: [], place }, { spec, owner, report });
}

function checkType({ typeName, place, settings }: Described, spec: TypeSpecification, report: Report): void {
  const { superseded } = spec;
  if (superseded !== undefined) {
    const { reason, by } = superseded;
    report('superseded-type', place.at('type'), { type: typeName }, { hint: `${reason} Use ${by}.` });
  }
  for (const [key, name] of [
    ['creationPolicy', 'CreationPolicy'],
    ['updatePolicy', 'UpdatePolicy'],
  ] as const) {
    const said = settings.get(key);
    if (said !== undefined && spec.policy(name) === undefined) {
      report('attribute-not-taken', said.place, { name: key, type: typeName }, { part: 'key' });
    }
  }
}
