import { attribute } from '../../specification/attribute.js';
import type { Specifications } from '../../specification/read.js';
import type { TypeSpecification, ValueType } from '../../specification/specification.js';
import { parameterType, pseudoParameters } from '../../template/cloudformation.js';
import type { Chain, Expression } from '../../text/expression.js';
import type { Blueprint, Declaration } from '../blueprint.js';

/** The resource of a CloudFormation type that a reference names, and the attribute; undefined for what `Ref` gives. */
export interface Target {
  readonly id: string;
  readonly spec: TypeSpecification;
  readonly attribute: string | undefined;
}

/** What the names of a blueprint give, as far as that is known before it is expanded. */
export class Referables {
  private readonly resources: ReadonlyMap<string, Pick<Declaration, 'id' | 'typeName' | 'forEach'>>;

  constructor(
    resources: readonly Pick<Declaration, 'id' | 'typeName' | 'forEach'>[],
    private readonly parameters: Blueprint['parameters'],
    private readonly specifications: Specifications,
  ) {
    this.resources = new Map(
      resources.flatMap((resource) => (resource.id === undefined ? [] : [[resource.id, resource]])),
    );
  }

  /** Whether a reference gives a list or a single text; undefined where that is not certain. */
  given(chain: Chain): 'list' | 'text' | undefined {
    const { name, steps } = chain;
    if (steps.length === 0 && pseudoParameters.has(name)) return undefined;
    const parameter = this.parameters.get(name);
    if (parameter !== undefined) return this.resources.has(name) ? undefined : parameterGives(parameter);
    const target = this.target(chain);
    if (target === undefined) return undefined;
    return target.attribute === undefined ? 'text' : kindOf(attribute(target.spec, target.attribute));
  }

  /** What a reference names, where that is one resource of a type that is known. */
  target({ name, steps }: Chain): Target | undefined {
    const resource = this.resources.get(name);
    if (resource === undefined || resource.forEach !== undefined) return undefined;
    const spec = this.specifications.typeSpecification(resource.typeName);
    const keys = steps.flatMap((step) => (step.kind === 'member' ? [step.key] : []));
    if (spec === undefined || keys.length < steps.length) return undefined;
    return { id: name, spec, attribute: keys.length === 0 ? undefined : keys.join('.') };
  }
}

function parameterGives(parameter: Expression): 'list' | 'text' | undefined {
  const written = parameter.kind === 'map' ? parameter.entries.find(({ key }) => key === 'type')?.value : undefined;
  if (written !== undefined && written.kind !== 'literal') return undefined;
  const type = parameterType(String(written?.value ?? 'String'));
  return type === undefined ? undefined : type.list ? 'list' : 'text';
}

function kindOf(type: ValueType | undefined): 'list' | 'text' | undefined {
  if (type?.kind === 'list') return 'list';
  return type?.kind === 'string' ? 'text' : undefined;
}
