import { Specifications } from '../../../compiler/specification/read.js';
import { fill } from './fill.js';
import { formOf } from './forms.js';
import { genericId } from './generic.js';
import type { Birth } from './model.js';
import { generatedName, givenName } from './name.js';

/** What becomes of a resource: its physical id, and what `Ref` gives. Always the same for the same birth. */
export function born(
  birth: Birth,
  specifications: Specifications = new Specifications(),
): { physicalId: string; ref: string } {
  const physicalId = idOf(birth, specifications);
  return { physicalId, ref: physicalId };
}

function idOf(birth: Birth, specifications: Specifications): string {
  const form = formOf(birth.type);
  const spec =
    form?.id === undefined && form?.name === undefined ? specifications.typeSpecification(birth.type) : undefined;
  const generated = () => generatedName(birth, form);
  const name = () => givenName(birth.type, birth.properties) ?? generated();
  if (form?.id !== undefined) return fill(form.id, birth, 'id', { name, generated });
  return form?.name === undefined ? genericId(birth, spec, generated) : name();
}
