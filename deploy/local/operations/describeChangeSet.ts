import type { Change, DescribeChangeSetOutput } from '../../api/cloudformation.js';
import { shownChange } from '../changes/shown.js';
import type { ChangeSetState } from '../state/changeSet.js';
import { statusOf } from './changeSetStatus.js';
import type { Handler } from './context.js';
import { changeSetOf, stackOf } from './find.js';
import { pageOf } from './page.js';
import { shownParameters, shownTags } from './shown.js';

/** How many changes, and how many change sets, CloudFormation gives at once. */
const CHANGES = 100;
const SETS = 100;

/** DescribeChangeSet (CloudFormation API Reference). */
export const describeChangeSet: Handler<'DescribeChangeSet'> = (context, input) => {
  const { stack, changeSet } = changeSetOf(context, input.ChangeSetName, input.StackName);
  const state = statusOf(context.scene, changeSet);
  const listed = state.Status === 'CREATE_COMPLETE' ? changeSet.changes : [];
  const { items, next } = pageOf(listed, CHANGES, input.NextToken);
  const changes = items.map((change): Change => {
    return { Type: 'Resource', ResourceChange: shownChange(change, input.IncludePropertyValues === true) };
  });
  return {
    ...identity(stack.name, stack.id, changeSet),
    ...state,
    ...said(changeSet),
    Parameters: shownParameters(context.scene, changeSet.spec),
    Tags: shownTags(changeSet.spec),
    Changes: changes,
    ...next,
  };
};

/** ListChangeSets (CloudFormation API Reference). */
export const listChangeSets: Handler<'ListChangeSets'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  const { items, next } = pageOf(stack.changeSets, SETS, input.NextToken);
  const summaries = items.map((one) => ({ ...identity(stack.name, stack.id, one), ...statusOf(context.scene, one) }));
  return { Summaries: summaries, ...next };
};

function identity(name: string, id: string, changeSet: ChangeSetState) {
  return {
    StackName: name,
    StackId: id,
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    CreationTime: new Date(changeSet.created),
    IncludeNestedStacks: changeSet.nested === true,
    ImportExistingResources: changeSet.importExisting === true,
    ...(changeSet.within !== undefined && {
      ParentChangeSetId: changeSet.within.parent,
      RootChangeSetId: changeSet.within.root,
    }),
    ...(changeSet.description !== undefined && { Description: changeSet.description }),
  };
}

function said({ spec, onStackFailure, revertDrift }: ChangeSetState): Partial<DescribeChangeSetOutput> {
  return {
    Capabilities: [...spec.capabilities] as NonNullable<DescribeChangeSetOutput['Capabilities']>,
    NotificationARNs: [...spec.notificationArns],
    RollbackConfiguration: spec.rollbackConfiguration === undefined ? {} : JSON.parse(spec.rollbackConfiguration),
    ...(onStackFailure !== undefined && { OnStackFailure: onStackFailure }),
    ...(revertDrift === true && { DeploymentMode: 'REVERT_DRIFT' }),
    ...(spec.express === true && { DeploymentConfig: { Mode: 'EXPRESS' } }),
  };
}
