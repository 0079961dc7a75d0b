import type { TypeSpecification, ValueType } from './specification.js';

/**
 * What `Fn::GetAtt` gives for a name with or without dots (`Arn`, `Endpoint.Address`, `Outputs.Url`); undefined where
 * the type has no such attribute.
 */
export function attribute(spec: TypeSpecification, name: string): ValueType | undefined {
  return spec.attribute(name) ?? within(spec, name) ?? wild(spec, name);
}

/** A property of an object that is an attribute, which the data need not list by its own name. */
function within(spec: TypeSpecification, name: string): ValueType | undefined {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return undefined;
  const outer = attributeObject(spec, name.slice(0, dot));
  return outer === undefined ? undefined : spec.definition(outer).property(name.slice(dot + 1))?.type;
}

function attributeObject(spec: TypeSpecification, name: string): string | undefined {
  const exact = spec.attribute(name) ?? (name.includes('.') ? within(spec, name) : undefined);
  return exact?.kind === 'object' ? exact.name : undefined;
}

function wild(spec: TypeSpecification, name: string): ValueType | undefined {
  const found = spec.attributes.find((known) => known.endsWith('*') && continues(name, known.slice(0, -1)));
  return found === undefined ? undefined : spec.attribute(found);
}

function continues(name: string, start: string): boolean {
  return name.length > start.length && name.startsWith(start);
}
