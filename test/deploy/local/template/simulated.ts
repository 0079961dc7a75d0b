import { Specifications } from '../../../../compiler/specification/read.js';
import type { JsonMap } from '../../../../compiler/template/template.js';
import { attributeOf } from '../../../../deploy/local/resources/attribute.js';
import { born } from '../../../../deploy/local/resources/born.js';
import type { BornResource } from '../../../../deploy/local/resources/model.js';
import { dependenciesOf } from '../../../../deploy/local/template/dependencies.js';
import { type EarlyFinding, earlyFindings } from '../../../../deploy/local/template/early.js';
import { evaluation, type LocalOutput } from '../../../../deploy/local/template/evaluate.js';
import { resolveParameters } from '../../../../deploy/local/template/parameters.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { publicParameter } from '../../../../deploy/local/template/ssm.js';
import { validateTemplate } from '../../../../deploy/local/template/validate.js';
import { ENVIRONMENT } from './stand.js';

/** Everything that a template comes to. */
export interface Simulated {
  readonly resources: ReadonlyMap<string, BornResource>;
  readonly outputs: readonly LocalOutput[];
  readonly findings: readonly EarlyFinding[];
}

/** Makes all resources of a template, each after those that it needs. */
export function simulate(body: string, values: Readonly<Record<string, string>>): Simulated {
  const specifications = new Specifications();
  const template = readTemplate(body);
  validateTemplate(template, specifications);
  const given = Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
  const parameters = resolveParameters(template, given, undefined, (name) => publicParameter(name, ENVIRONMENT.region));
  const resources = new Map<string, BornResource>();
  const found = evaluation(template, parameters, {
    ...ENVIRONMENT,
    ref: (id) => resources.get(id)?.ref,
    attribute: (id, name) => {
      const resource = resources.get(id);
      return resource && attributeOf(resource, name, specifications);
    },
  });
  const findings: EarlyFinding[] = [];
  const make = (id: string) => {
    const type = template.resources.get(id)?.type ?? '';
    const properties: JsonMap = found.properties(id);
    findings.push(...earlyFindings({ id, type }, properties, specifications));
    const birth = { ...ENVIRONMENT, id, type, properties, generation: 0 };
    resources.set(id, { ...birth, ...born(birth, specifications) });
  };
  const needs = dependenciesOf(template, found);
  for (let open = [...needs.keys()]; open.length > 0; ) {
    const ready = open.filter((id) => needs.get(id)?.every((need) => resources.has(need)));
    if (ready.length === 0) throw new Error(`These wait for each other: ${open.join(', ')}.`);
    ready.forEach(make);
    open = open.filter((id) => !resources.has(id));
  }
  return { resources, outputs: found.outputs(), findings };
}
