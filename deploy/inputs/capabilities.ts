import { capabilitiesOf } from '../../compiler/diff/capabilities.js';
import { Forms } from '../../compiler/diff/form.js';
import { evaluateStack } from '../../compiler/diff/stack.js';
import { Specifications } from '../../compiler/specification/read.js';
import type { JsonMap } from '../../compiler/template/template.js';

/** A capability, and the logical ids of what needs it. */
export interface NeededCapability {
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * The capabilities that a template needs, sorted by name, whatever its conditions come to: CloudFormation asks for them
 * by what is written.
 */
export function capabilitiesFor(template: JsonMap): readonly NeededCapability[] {
  const side = { template: { ...template, Conditions: {} }, parameters: new Map(), places: new Map() };
  return capabilitiesOf(evaluateStack(new Forms(), side, new Specifications()));
}
