import type { Report } from '../../diagnostics/diagnostic.js';
import type { Specifications } from '../../specification/read.js';
import type { Expression } from '../../text/expression.js';
import type { Blueprint } from '../blueprint.js';
import { checkRaw, rawResources } from './raw.js';
import { Referables } from './referables.js';
import { checkResource } from './resource.js';
import { checkSuperseded } from './superseded.js';

/**
 * Holds every resource of a CloudFormation type against what is known about the type, those in `raw` too. Nothing is
 * said where a macro changes the template: what it makes of the resources is not known.
 */
export function checkResources(
  { resources, transform, parameters, raw }: Blueprint,
  specifications: Specifications,
  report: Report,
): void {
  if (hasMacro(transform) || raw.has('Transform')) return;
  const others = rawResources(raw);
  const referables = new Referables([...resources, ...others], parameters, specifications);
  for (const declaration of resources) {
    if (declaration.typeName.includes('::')) checkResource(declaration, specifications, report, referables);
  }
  checkRaw(raw, transform !== undefined, report);
  for (const other of others) checkResource(other, specifications, report, referables);
  checkSuperseded([...resources, ...others], specifications, report);
}

/** Whether there is anything but AWS's own transforms. */
function hasMacro(transform: Expression | undefined): boolean {
  const names = transform?.kind === 'list' ? transform.items : transform === undefined ? [] : [transform];
  return names.some((name) => name.kind !== 'literal' || !String(name.value).startsWith('AWS::'));
}
