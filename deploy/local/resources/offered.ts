import { attribute } from '../../../compiler/specification/attribute.js';
import { propertyAt } from '../../../compiler/specification/replacement.js';
import type { TypeSpecification, ValueType } from '../../../compiler/specification/specification.js';

/**
 * What `Fn::GetAtt` gives for a name; undefined where the type offers nothing of that name. Beside the attributes that
 * are documented, CloudFormation gives the properties of a resource.
 */
export function offered(spec: TypeSpecification, name: string): ValueType | undefined {
  return attribute(spec, name) ?? propertyAt(spec, name.split('.'))?.type;
}
