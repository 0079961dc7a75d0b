import type * as Sdk from '@aws-sdk/client-cloudformation';

export type {
  AttributeChangeType,
  Capability,
  Change,
  ChangeAction,
  ChangeSetHook,
  ChangeSetStatus,
  ChangeSetSummary,
  ChangeSetType,
  ChangeSource,
  CreateChangeSetInput,
  CreateStackInput,
  DescribeChangeSetOutput,
  EvaluationType,
  ExecutionStatus,
  Export,
  OnStackFailure,
  OperationEvent,
  OperationType,
  Output,
  Parameter,
  ParameterDeclaration,
  PolicyAction,
  PropertyDifference,
  Replacement,
  RequiresRecreation,
  ResourceAttribute,
  ResourceChange,
  ResourceChangeDetail,
  ResourceStatus,
  ResourceTargetDefinition,
  ResourceToImport,
  RollbackConfiguration,
  Stack,
  StackDriftStatus,
  StackEvent,
  StackResource,
  StackResourceDrift,
  StackResourceDriftStatus,
  StackResourceSummary,
  StackStatus,
  StackSummary,
  Tag,
  TemplateParameter,
  UpdateStackInput,
} from '@aws-sdk/client-cloudformation';

/** The operations of CloudFormation's that jiml uses, by the API's names (AWS CloudFormation API Reference, "Actions"). */
export interface Operations {
  CancelUpdateStack: [Sdk.CancelUpdateStackInput, object];
  ContinueUpdateRollback: [Sdk.ContinueUpdateRollbackInput, Sdk.ContinueUpdateRollbackOutput];
  CreateChangeSet: [Sdk.CreateChangeSetInput, Sdk.CreateChangeSetOutput];
  CreateStack: [Sdk.CreateStackInput, Sdk.CreateStackOutput];
  DeleteChangeSet: [Sdk.DeleteChangeSetInput, Sdk.DeleteChangeSetOutput];
  DeleteStack: [Sdk.DeleteStackInput, object];
  DescribeChangeSet: [Sdk.DescribeChangeSetInput, Sdk.DescribeChangeSetOutput];
  DescribeChangeSetHooks: [Sdk.DescribeChangeSetHooksInput, Sdk.DescribeChangeSetHooksOutput];
  DescribeEvents: [Sdk.DescribeEventsInput, Sdk.DescribeEventsOutput];
  DescribeStackDriftDetectionStatus: [
    Sdk.DescribeStackDriftDetectionStatusInput,
    Sdk.DescribeStackDriftDetectionStatusOutput,
  ];
  DescribeStackEvents: [Sdk.DescribeStackEventsInput, Sdk.DescribeStackEventsOutput];
  DescribeStackResourceDrifts: [Sdk.DescribeStackResourceDriftsInput, Sdk.DescribeStackResourceDriftsOutput];
  DescribeStackResources: [Sdk.DescribeStackResourcesInput, Sdk.DescribeStackResourcesOutput];
  DescribeStacks: [Sdk.DescribeStacksInput, Sdk.DescribeStacksOutput];
  DetectStackDrift: [Sdk.DetectStackDriftInput, Sdk.DetectStackDriftOutput];
  ExecuteChangeSet: [Sdk.ExecuteChangeSetInput, Sdk.ExecuteChangeSetOutput];
  GetHookResult: [Sdk.GetHookResultInput, Sdk.GetHookResultOutput];
  GetTemplate: [Sdk.GetTemplateInput, Sdk.GetTemplateOutput];
  GetTemplateSummary: [Sdk.GetTemplateSummaryInput, Sdk.GetTemplateSummaryOutput];
  ListChangeSets: [Sdk.ListChangeSetsInput, Sdk.ListChangeSetsOutput];
  ListExports: [Sdk.ListExportsInput, Sdk.ListExportsOutput];
  ListHookResults: [Sdk.ListHookResultsInput, Sdk.ListHookResultsOutput];
  ListImports: [Sdk.ListImportsInput, Sdk.ListImportsOutput];
  ListStackResources: [Sdk.ListStackResourcesInput, Sdk.ListStackResourcesOutput];
  ListStacks: [Sdk.ListStacksInput, Sdk.ListStacksOutput];
  RollbackStack: [Sdk.RollbackStackInput, Sdk.RollbackStackOutput];
  UpdateStack: [Sdk.UpdateStackInput, Sdk.UpdateStackOutput];
  UpdateTerminationProtection: [Sdk.UpdateTerminationProtectionInput, Sdk.UpdateTerminationProtectionOutput];
  ValidateTemplate: [Sdk.ValidateTemplateInput, Sdk.ValidateTemplateOutput];
}

export type Operation = keyof Operations;
export type Input<O extends Operation> = Operations[O][0];
export type Answer<O extends Operation> = Operations[O][1];

/**
 * CloudFormation in one account and region: AWS's, or the local one. What it answers may lack anything that the API
 * calls optional.
 */
export interface CloudFormation {
  /** @throws Fault for every way in which a request can fail; AbortError where `signal` says so. */
  call<O extends Operation>(operation: O, input: Input<O>, signal?: AbortSignal): Promise<Answer<O>>;
}
