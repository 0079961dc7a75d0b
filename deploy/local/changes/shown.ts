import type { ResourceChange, ResourceChangeDetail, ResourceTargetDefinition } from '../../api/cloudformation.js';
import type { ListedChange, ListedDetail } from './listed.js';

/** A change as CloudFormation describes it, with values where they were asked for. */
export function shownChange(change: ListedChange, values: boolean): ResourceChange {
  const { action, id, type, physicalId, replacement, policyAction, scope, details, before, after, drift, changeSet } =
    change;
  return {
    ...(policyAction !== undefined && { PolicyAction: policyAction }),
    Action: action,
    LogicalResourceId: id,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ResourceType: type,
    ...(replacement !== undefined && { Replacement: replacement }),
    ...(drift !== undefined && { ResourceDriftStatus: drift }),
    ...(changeSet !== undefined && { ChangeSetId: changeSet }),
    Scope: [...scope],
    Details: values ? details.flatMap(withValues) : withoutValues(details),
    ...(values && before !== undefined && { BeforeContext: before }),
    ...(values && after !== undefined && { AfterContext: after }),
  };
}

function reason({ evaluation, source, cause }: ListedDetail): ResourceChangeDetail {
  return { Evaluation: evaluation, ChangeSource: source, ...(cause !== undefined && { CausingEntity: cause }) };
}

/** Where values are told, what certainly changes through a reference is told once more as what it comes to. */
function withValues(detail: ListedDetail): readonly ResourceChangeDetail[] {
  const { evaluation, source } = detail;
  const target = targetOf(detail);
  const told = { Target: target, ...reason(detail) };
  if (evaluation !== 'Static' || (source !== 'ResourceReference' && source !== 'ResourceAttribute')) return [told];
  return [told, { Target: target, Evaluation: 'Dynamic', ChangeSource: 'DirectModification' }];
}

function targetOf(detail: ListedDetail): ResourceTargetDefinition {
  const { attribute, name, recreation, path, before, after, change, drift } = detail;
  return {
    Attribute: attribute,
    ...(name !== undefined && { Name: name }),
    RequiresRecreation: recreation,
    Path: path,
    ...(before !== undefined && { BeforeValue: before }),
    ...(after !== undefined && { AfterValue: after }),
    AttributeChangeType: change,
    ...(drift !== undefined && {
      BeforeValueFrom: 'ACTUAL_STATE' as const,
      Drift: {
        ...(drift.previous !== undefined && { PreviousValue: drift.previous }),
        ...(drift.actual !== undefined && { ActualValue: drift.actual }),
        DriftDetectionTimestamp: new Date(drift.at),
      },
    }),
  };
}

const RANK = { Never: 0, Conditionally: 1, Always: 2 } as const;

/** Without values only the property at the top is told, once for each reason. */
function withoutValues(details: readonly ListedDetail[]): ResourceChangeDetail[] {
  const found = new Map<string, ListedDetail>();
  for (const detail of details) {
    const { attribute, name, evaluation, source, cause, recreation } = detail;
    const key = JSON.stringify([attribute, name, evaluation, source, cause]);
    const known = found.get(key);
    if (known === undefined || RANK[known.recreation] < RANK[recreation]) found.set(key, detail);
  }
  return [...found.values()].map((detail) => ({
    Target: {
      Attribute: detail.attribute,
      ...(detail.name !== undefined && { Name: detail.name }),
      RequiresRecreation: detail.recreation,
    },
    ...reason(detail),
  }));
}
