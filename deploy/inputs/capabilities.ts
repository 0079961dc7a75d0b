import type { JsonMap } from '../../compiler/template/template.js';

/** A capability, and the logical ids of what needs it. */
export interface NeededCapability {
  readonly name: string;
  readonly ids: readonly string[];
}

/** The capabilities that a template needs, sorted by name. */
export function capabilitiesFor(template: JsonMap): readonly NeededCapability[] {
  void template;
  return [];
}
