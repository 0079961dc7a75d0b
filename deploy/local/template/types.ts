import { describable, type Specifications } from '../../../compiler/specification/read.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

/** What a type that nobody but its registrant knows can be called: theirs, custom resources, modules. */
const FOREIGN = /^(?:Custom::[\w@-]{1,60}|\w{2,64}::\w{2,64}::\w{2,64}(?:::\w{2,64})?)$/;

/** Refuses types that there are not; what a third party may have registered passes. @throws Fault */
export function checkTypes(template: LocalTemplate, specifications: Specifications): void {
  const strange = new Set<string>();
  for (const { type } of template.resources.values()) {
    const spec = specifications.typeSpecification(type);
    const transformed = spec?.transform === undefined || template.transforms.includes(spec.transform);
    const foreign = !describable(type) && FOREIGN.test(type);
    if (type !== '' && !foreign && (spec === undefined || !transformed)) strange.add(type);
  }
  if (strange.size === 0) return;
  throw refusal(`Template format error: Unrecognized resource types: [${[...strange].sort().join(', ')}]`);
}
