import type { Specifications } from '../specification/read.js';
import type { TypeSpecification } from '../specification/specification.js';
import type { Json, JsonMap } from '../template/template.js';
import type { ConditionForm } from './conditions.js';
import { Evaluator } from './evaluate.js';
import type { Forms } from './form.js';
import type { Side, Where } from './model.js';
import { type EvaluatedNode, isJsonMap, member } from './node.js';

/** One side of a comparison, evaluated. */
export interface Stack {
  readonly template: JsonMap;
  readonly evaluator: Evaluator;
  /** Evaluates for showing: secrets stay references. */
  readonly shown: Evaluator;
  readonly resources: ReadonlyMap<string, StackResource>;
  readonly places: ReadonlyMap<string, Where>;
}

/** A resource of one side. */
export interface StackResource {
  readonly id: string;
  readonly type: string;
  readonly spec: TypeSpecification | undefined;
  /** Whether it is there: known, or what that depends on. */
  readonly exists: ConditionForm;
  readonly raw: JsonMap;
  readonly properties: EvaluatedNode | undefined;
}

/** Evaluates one side of a comparison. */
export function evaluateStack(forms: Forms, side: Side, specifications: Specifications): Stack {
  const { template, parameters, places } = side;
  const evaluator = new Evaluator(forms, template, parameters);
  const resources = new Map<string, StackResource>();
  const written = member(template, 'Resources');
  for (const id of isJsonMap(written) ? Object.keys(written) : []) {
    const raw = member(written, id);
    // A macro that makes resources stands among them.
    if (isJsonMap(raw) && typeof raw.Type === 'string') {
      resources.set(id, evaluated(evaluator, id, raw, raw.Type, specifications));
    }
  }
  return { template, evaluator, shown: new Evaluator(forms, template, parameters, true), resources, places };
}

function evaluated(
  evaluator: Evaluator,
  id: string,
  raw: JsonMap,
  type: string,
  specifications: Specifications,
): StackResource {
  const condition = member(raw, 'Condition');
  const exists = typeof condition === 'string' ? evaluator.condition(condition) : true;
  const properties = evaluator.node(member(raw, 'Properties') ?? ({} as Json));
  return { id, type, raw, exists, properties, spec: specifications.typeSpecification(type) };
}
