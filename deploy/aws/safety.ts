import type { Input, Operation } from '../api/cloudformation.js';

/** Why it is safe to ask again when nobody knows whether the first time took effect. */
type Safety =
  /** It only reads, or doing it twice is doing it once. */
  | 'harmless'
  /** CloudFormation remembers the token and does it once; without one it is not safe. */
  | 'ClientToken'
  | 'ClientRequestToken'
  /** The second time fails when the first took effect, and that would be told as the outcome. */
  | 'never';

/** AWS CloudFormation API Reference, each action's request parameters. */
const SAFETY: Readonly<Record<Operation, Safety>> = {
  CancelUpdateStack: 'ClientRequestToken',
  ContinueUpdateRollback: 'ClientRequestToken',
  CreateChangeSet: 'ClientToken',
  CreateStack: 'ClientRequestToken',
  DeleteChangeSet: 'harmless',
  DeleteStack: 'ClientRequestToken',
  DescribeChangeSet: 'harmless',
  DescribeChangeSetHooks: 'harmless',
  DescribeEvents: 'harmless',
  DescribeStackDriftDetectionStatus: 'harmless',
  DescribeStackEvents: 'harmless',
  DescribeStackResourceDrifts: 'harmless',
  DescribeStackResources: 'harmless',
  DescribeStacks: 'harmless',
  DetectStackDrift: 'never',
  ExecuteChangeSet: 'ClientRequestToken',
  GetHookResult: 'harmless',
  GetTemplate: 'harmless',
  GetTemplateSummary: 'harmless',
  ListChangeSets: 'harmless',
  ListExports: 'harmless',
  ListHookResults: 'harmless',
  ListImports: 'harmless',
  ListStackResources: 'harmless',
  ListStacks: 'harmless',
  RollbackStack: 'ClientRequestToken',
  UpdateStack: 'ClientRequestToken',
  UpdateTerminationProtection: 'harmless',
  ValidateTemplate: 'harmless',
};

/** Whether a request may be repeated when it is not known whether it took effect. */
export function isRepeatable<O extends Operation>(operation: O, input: Input<O>): boolean {
  const safety = SAFETY[operation];
  if (safety === 'harmless') return true;
  return safety !== 'never' && Boolean((input as Readonly<Record<string, unknown>>)[safety]);
}
