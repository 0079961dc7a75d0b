import { Specifications } from '../../../compiler/specification/read.js';
import type { TypeSpecification, ValueType } from '../../../compiler/specification/specification.js';
import type { Json } from '../../../compiler/template/template.js';
import { fill } from './fill.js';
import { formOf, isCustom } from './forms.js';
import { genericText } from './generic.js';
import type { BornResource } from './model.js';
import { generatedName, givenName } from './name.js';
import { offered } from './offered.js';

/**
 * What `Fn::GetAtt` gives for a resource, of the form and the data type that its type has; undefined where the type has
 * no such attribute. Outputs of nested stacks are not known here.
 */
export function attributeOf(
  resource: BornResource,
  name: string,
  specifications: Specifications = new Specifications(),
): Json | undefined {
  const { type, properties, physicalId } = resource;
  const form = formOf(type);
  const spec = specifications.typeSpecification(type);
  const known = spec && offered(spec, name);
  const generated = () => generatedName(resource, form);
  const pattern =
    form?.attributes !== undefined && Object.hasOwn(form.attributes, name) ? form.attributes[name] : undefined;
  if (pattern !== undefined) {
    const named = () => givenName(type, properties) ?? generated();
    const text = fill(pattern, resource, name, { id: physicalId, name: named, generated });
    return typed(text, known);
  }
  if (known !== undefined && isIdentity(spec, name)) return physicalId;
  if (known !== undefined) return given(resource, name) ?? typed(text(resource, name, known), known);
  return isCustom(type) || (spec === undefined && formOf(type) === undefined)
    ? genericText(name, resource, generated())
    : undefined;
}

/** Whether an attribute is what `Ref` gives. */
function isIdentity(spec: TypeSpecification | undefined, name: string): boolean {
  return spec !== undefined && spec.ref.length === 1 && spec.ref[0] === name;
}

/** What the properties say of an attribute that is one of them. */
function given({ properties }: BornResource, name: string): Json | undefined {
  return name.split('.').reduce<Json | undefined>((at, key) => {
    return typeof at === 'object' && at !== null && !Array.isArray(at) && Object.hasOwn(at, key)
      ? (at as { [key: string]: Json })[key]
      : undefined;
  }, properties);
}

function text(resource: BornResource, name: string, type: ValueType): string {
  if (type.kind === 'integer' || type.kind === 'number') return /Port$/.test(name) ? '443' : '1';
  if (type.kind === 'boolean') return 'true';
  if (type.kind === 'string' && type.values?.[0] !== undefined) return type.values[0];
  return genericText(name, resource, resource.physicalId.split(/[/:|]/).at(-1) ?? '');
}

/** A text as the data type says. A list has one item, or those between commas. */
function typed(text: string, type: ValueType | undefined): Json {
  switch (type?.kind) {
    case 'integer':
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true';
    case 'list':
      return text.split(',').map((item) => typed(item, type.item));
    case 'map':
    case 'object':
      return {};
    default:
      return text;
  }
}
