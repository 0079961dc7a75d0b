import { isJsonMap } from '../../../compiler/diff/node.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import type { Environment } from './environment.js';
import { Evaluator } from './evaluator.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

/** An output of a stack. */
export interface LocalOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** What stands beside a resource's properties and is a text. */
export type Policy = 'DeletionPolicy' | 'UpdateReplacePolicy';

/** What a template comes to with all values known. Everything is evaluated when it is asked for. */
export interface Evaluation {
  /** Whether a resource is in the template and its condition holds. */
  exists(id: string): boolean;
  /** A resource's properties without any function. @throws Fault */
  properties(id: string): JsonMap;
  /** The outputs whose conditions hold, in the template's order. @throws Fault */
  outputs(): readonly LocalOutput[];
  /** @throws Fault where there is no such condition. */
  condition(name: string): boolean;
  /** The text of a policy; undefined where the template says nothing. @throws Fault */
  policy(id: string, name: Policy): string | undefined;
  /** Any part of the template: CreationPolicy, Metadata; undefined where it is left out. @throws Fault */
  value(json: Json): Json | undefined;
}

/** Evaluates a template in an environment. @param parameters As `resolveParameters` gives them. */
export function evaluation(
  template: LocalTemplate,
  parameters: ReadonlyMap<string, string>,
  environment: Environment,
): Evaluation {
  const scope = () => new Evaluator(template, parameters, environment, conditions);
  const conditions = new Map<string, boolean>();
  const exists = (id: string) => {
    const resource = template.resources.get(id);
    if (resource === undefined) return false;
    return resource.condition === undefined || scope().condition(resource.condition);
  };
  return {
    exists,
    properties: (id) => (scope().value(template.resources.get(id)?.properties ?? {}) ?? {}) as JsonMap,
    outputs: () => [...template.outputs].flatMap(([key, json]) => output(key, json, scope())),
    condition: (name) => scope().condition(name),
    policy: (id, name) => policy(scope().value(template.resources.get(id)?.raw[name] ?? null)),
    value: (json) => scope().value(json),
  };
}

function policy(json: Json | undefined): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

function output(key: string, json: JsonMap, scope: Evaluator): readonly LocalOutput[] {
  if (typeof json.Condition === 'string' && !scope.condition(json.Condition)) return [];
  const value = scope.value(json.Value ?? null);
  if (value === undefined) return [];
  if (value === null || typeof value === 'object') {
    throw refusal('Template format error: The Value field of every Outputs member must evaluate to a String.');
  }
  const description = scope.value(json.Description ?? null);
  const name = isJsonMap(json.Export) ? scope.value(json.Export.Name ?? null) : undefined;
  return [
    {
      key,
      value: String(value),
      ...(typeof description === 'string' && { description }),
      ...(name !== undefined && name !== null && { exportName: asText(name) }),
    },
  ];
}
