import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { Foreseen } from '../changes/changes.js';
import { LATER } from '../changes/contexts.js';
import { foreseen } from '../changes/foreseen.js';
import { objectsIn } from '../simulation/buckets.js';
import { keyOf, ownerOf } from '../simulation/names.js';
import type { Program } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { Finding } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { earlyFindings } from '../template/early.js';

/** What CloudFormation calls its checks, in reasons and in events (User Guide, "Validate stack deployments"). */
const CHECKS = {
  PROPERTY_VALIDATION: 'AWS::EarlyValidation::PropertyValidation',
  NAME_CONFLICT_VALIDATION: 'AWS::EarlyValidation::ResourceExistenceCheck',
  BUCKET_EMPTINESS_VALIDATION: 'AWS::EarlyValidation::ResourceExistenceCheck',
} as const;

/** What CloudFormation finds in properties before anything is done. */
export function propertyFindings(scene: Scene, stack: StackState, spec: Spec): readonly Finding[] {
  const program = foreseen(scene, stack, spec, new Set());
  return [...program.wanted.values()].flatMap((wanted) => {
    const properties = knownProperties(program, wanted.id);
    return earlyFindings(wanted, properties, scene.settings.specifications).map(
      ({ name, path, id, type, message }): Finding => ({ name, path, id, type, reason: message, warns: false }),
    );
  });
}

/** Names that are taken, and buckets that cannot be deleted. What is imported has its name already. */
export function accountFindings(
  scene: Scene,
  stack: StackState,
  spec: Spec,
  { changes }: Foreseen,
): readonly Finding[] {
  const program = foreseen(scene, stack, spec, new Set());
  return changes.flatMap(({ action, id, type, policyAction }): readonly Finding[] => {
    const at = { id, type, path: `/Resources/${id}` };
    const resource = stack.resources.get(id);
    if (action === 'Add') {
      const owner = ownerOf(scene, keyOf(stack.region, type, knownProperties(program, id)));
      if (owner === undefined) return [];
      const reason = `Resource of type '${type}' with identifier '${owner.physicalId}' already exists.`;
      return [{ ...at, name: 'NAME_CONFLICT_VALIDATION', reason, warns: false }];
    }
    if (action !== 'Remove' || policyAction !== 'Delete' || resource === undefined) return [];
    if (objectsIn(scene, resource) === 0) return [];
    const reason = `The bucket '${resource.physicalId}' is not empty. You must either delete all objects and versions or use the deletion policy to retain it, otherwise the delete operation will fail.`;
    return [{ ...at, name: 'BUCKET_EMPTINESS_VALIDATION', reason, warns: true }];
  });
}

/** Why a change set failed, where what was found does not only warn. */
export function verdictOn(findings: readonly Finding[]): string | undefined {
  const failed = findings.filter(({ warns }) => !warns).map(({ name }) => CHECKS[name]);
  if (failed.length === 0) return undefined;
  const names = [...new Set(failed)].sort().join(', ');
  return `The following hook(s)/validation failed: [${names}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`;
}

/** The properties as far as they are known before anything is made; what is not passes as nothing. */
function knownProperties({ template, evaluation }: Program, id: string): JsonMap {
  const properties = Object.entries(template.resources.get(id)?.properties ?? {});
  const known = properties.flatMap(([name, raw]): readonly (readonly [string, Json])[] => {
    try {
      const value = evaluation.value(raw);
      return value === undefined ? [] : [[name, withoutMarks(value)]];
    } catch {
      return [[name, null]];
    }
  });
  return Object.fromEntries(known);
}

function withoutMarks(value: Json): Json {
  if (typeof value === 'string') return value.includes(LATER) ? null : value;
  if (isJsonList(value)) return value.map(withoutMarks);
  if (!isJsonMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMarks(inner)]));
}
