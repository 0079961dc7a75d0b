import type { Specifications } from '../../../compiler/specification/read.js';
import { formOf } from '../resources/forms.js';
import { offered } from '../resources/offered.js';
import type { Mention } from './mentions.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

/** Whether a resource is in the template and its type has an attribute. @throws Fault */
export function checkAttribute(
  template: LocalTemplate,
  { id, attribute: name }: Extract<Mention, { kind: 'attribute' }>,
  specifications: Specifications,
): void {
  const resource = template.resources.get(id);
  if (resource === undefined) {
    throw refusal(`Template error: instance of Fn::GetAtt references undefined resource ${id}`);
  }
  const spec = specifications.typeSpecification(resource.type);
  if (typeof name !== 'string' || spec === undefined || spec.transform !== undefined) return;
  const own = formOf(resource.type)?.attributes;
  if (offered(spec, name) !== undefined || (own !== undefined && Object.hasOwn(own, name))) return;
  throw refusal(`Template error: resource ${id} does not support attribute type ${name} in Fn::GetAtt`);
}
