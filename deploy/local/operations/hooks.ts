import { refusal } from '../template/refuse.js';
import { statusOf } from './changeSetStatus.js';
import type { Handler } from './context.js';
import { changeSetOf } from './find.js';

/** DescribeChangeSetHooks (CloudFormation API Reference): a simulated account has none. */
export const describeChangeSetHooks: Handler<'DescribeChangeSetHooks'> = (context, input) => {
  const { stack, changeSet } = changeSetOf(context, input.ChangeSetName, input.StackName);
  const { Status } = statusOf(context.scene, changeSet);
  return {
    ChangeSetId: changeSet.id,
    ChangeSetName: changeSet.name,
    StackId: stack.id,
    StackName: stack.name,
    Hooks: [],
    Status: Status === 'CREATE_COMPLETE' ? 'PLANNED' : 'UNAVAILABLE',
  };
};

/** ListHookResults (CloudFormation API Reference). */
export const listHookResults: Handler<'ListHookResults'> = (_, input) => ({
  ...(input.TargetType !== undefined && { TargetType: input.TargetType }),
  ...(input.TargetId !== undefined && { TargetId: input.TargetId }),
  HookResults: [],
});

/** GetHookResult (CloudFormation API Reference). */
export const getHookResult: Handler<'GetHookResult'> = (_, input) => {
  throw refusal(`HookResult ${input.HookResultId ?? ''} was not found`, 'HookResultNotFoundException');
};
