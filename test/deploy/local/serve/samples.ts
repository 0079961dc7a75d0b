import type { Answer, Input, Operation } from '../../../../deploy/api/cloudformation.js';

type Samples = { readonly [O in Operation]: readonly [Input<O>, Answer<O>] };

const time = new Date('2026-11-21T08:09:10.123Z');
const stackId = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/0a1b';
const changeSetId = 'arn:aws:cloudformation:eu-west-1:123456789012:changeSet/jiml/2c3d';

/** For each operation a request and an answer that have each kind of member that there is. */
export const SAMPLES: Samples = {
  CancelUpdateStack: [{ StackName: 'shop', ClientRequestToken: 'token-1' }, {}],
  ContinueUpdateRollback: [{ StackName: 'shop', ResourcesToSkip: ['DB', 'Nested.Queue'], ForceRollback: false }, {}],
  CreateChangeSet: [
    {
      StackName: 'shop',
      ChangeSetName: 'jiml',
      ChangeSetType: 'IMPORT',
      TemplateBody: '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}\n',
      Parameters: [
        { ParameterKey: 'Password', ParameterValue: 'a & b = c + d%20;"<>\'' },
        { ParameterKey: 'Count', UsePreviousValue: true },
      ],
      Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
      Tags: [{ Key: 'team', Value: 'größer – 日本語 🚀' }],
      NotificationARNs: [],
      ResourcesToImport: [
        {
          ResourceType: 'AWS::S3::Bucket',
          LogicalResourceId: 'Bucket',
          ResourceIdentifier: { BucketName: 'one', 'Other.Key': 'two' },
        },
      ],
      RollbackConfiguration: {
        MonitoringTimeInMinutes: 5,
        RollbackTriggers: [{ Arn: 'arn:aws:cloudwatch:eu-west-1:1:alarm:a', Type: 'AWS::CloudWatch::Alarm' }],
      },
      IncludeNestedStacks: true,
      ImportExistingResources: false,
      OnStackFailure: 'DELETE',
      DeploymentConfig: { Mode: 'EXPRESS', DisableRollback: true },
      ClientToken: 'token-2',
    },
    { Id: changeSetId, StackId: stackId },
  ],
  CreateStack: [
    { StackName: 'shop', TemplateBody: '{}', TimeoutInMinutes: 10, EnableTerminationProtection: true },
    { StackId: stackId },
  ],
  DeleteChangeSet: [{ ChangeSetName: changeSetId }, {}],
  DeleteStack: [{ StackName: 'shop', RetainResources: ['Bucket'], DeletionMode: 'STANDARD' }, {}],
  DescribeChangeSet: [
    { ChangeSetName: changeSetId, IncludePropertyValues: true },
    {
      ChangeSetId: changeSetId,
      ChangeSetName: 'jiml',
      CreationTime: time,
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Parameters: [],
      NotificationARNs: [],
      IncludeNestedStacks: false,
      Changes: [
        {
          Type: 'Resource',
          HookInvocationCount: 0,
          ResourceChange: {
            PolicyAction: 'ReplaceAndDelete',
            Action: 'Modify',
            LogicalResourceId: 'Server',
            Replacement: 'True',
            Scope: ['Properties', 'Tags'],
            Details: [
              {
                Target: { Attribute: 'Properties', Name: 'ImageId', Path: '/Properties/ImageId', BeforeValue: '' },
                Evaluation: 'Static',
              },
              { Target: { Attribute: 'Tags' }, CausingEntity: 'Image' },
            ],
            BeforeContext: '{"Properties":{"UserData":"a\\nb\\t<&>"}}',
            AfterContext: ' leading and trailing blanks \n',
          },
        },
        { Type: 'Resource', ResourceChange: { Action: 'Add', Scope: [], Details: [] } },
      ],
    },
  ],
  DescribeChangeSetHooks: [
    { ChangeSetName: changeSetId },
    {
      Status: 'PLANNED',
      Hooks: [{ TypeName: 'A::B::C', TargetDetails: { ResourceTargetDetails: { LogicalResourceId: 'A' } } }],
    },
  ],
  DescribeEvents: [
    { StackName: 'shop', Filters: { FailedEvents: true } },
    {
      OperationEvents: [
        { EventId: 'e', EventType: 'VALIDATION_ERROR', ValidationPath: '/Resources/A/Properties/B', StartTime: time },
      ],
    },
  ],
  DescribeStackDriftDetectionStatus: [
    { StackDriftDetectionId: 'd' },
    {
      StackId: stackId,
      StackDriftDetectionId: 'd',
      DetectionStatus: 'DETECTION_COMPLETE',
      DriftedStackResourceCount: 0,
      Timestamp: time,
    },
  ],
  DescribeStackEvents: [
    { StackName: stackId, NextToken: 'n+/=' },
    {
      StackEvents: [
        {
          StackId: stackId,
          EventId: 'e',
          StackName: 'shop',
          Timestamp: time,
          ResourceStatus: 'CREATE_FAILED',
          ResourceStatusReason: 'Control \u0001\u001b[31m\u007f\u0085 and \r\n lines\rof all\u2028 kinds',
        },
      ],
    },
  ],
  DescribeStackResourceDrifts: [
    { StackName: 'shop', StackResourceDriftStatusFilters: ['MODIFIED', 'DELETED'], MaxResults: 100 },
    {
      StackResourceDrifts: [
        {
          StackId: stackId,
          LogicalResourceId: 'A',
          ResourceType: 'AWS::SNS::Topic',
          StackResourceDriftStatus: 'MODIFIED',
          Timestamp: time,
          PhysicalResourceIdContext: [{ Key: 'k', Value: 'v' }],
          PropertyDifferences: [
            { PropertyPath: '/A/0', ExpectedValue: '1', ActualValue: '[]', DifferenceType: 'NOT_EQUAL' },
          ],
        },
      ],
    },
  ],
  DescribeStackResources: [{ StackName: 'shop' }, { StackResources: [] }],
  DescribeStacks: [
    {},
    {
      Stacks: [
        {
          StackId: stackId,
          StackName: 'shop',
          CreationTime: time,
          StackStatus: 'CREATE_COMPLETE',
          DisableRollback: false,
          Outputs: [{ OutputKey: 'Url', OutputValue: 'http://a/?b=c&d', ExportName: 'shop-Url' }],
          RollbackConfiguration: {},
          LastOperations: [{ OperationType: 'CREATE_STACK', OperationId: 'o' }],
          Tags: [],
        },
      ],
      NextToken: 'more',
    },
  ],
  DetectStackDrift: [{ StackName: 'shop', LogicalResourceIds: ['A'] }, { StackDriftDetectionId: 'd' }],
  ExecuteChangeSet: [{ ChangeSetName: changeSetId, ClientRequestToken: 'token-3', DisableRollback: true }, {}],
  GetHookResult: [
    { HookResultId: 'h' },
    { HookResultId: 'h', InvokedAt: time, Annotations: [{ AnnotationName: 'n' }] },
  ],
  GetTemplate: [
    { StackName: 'shop', TemplateStage: 'Original' },
    { TemplateBody: '{\n  "Resources": {}\n}\n', StagesAvailable: ['Original', 'Processed'] },
  ],
  GetTemplateSummary: [
    { TemplateBody: '{}', TemplateSummaryConfig: { TreatUnrecognizedResourceTypesAsWarnings: true } },
    {
      Parameters: [{ ParameterKey: 'P', NoEcho: true, ParameterConstraints: { AllowedValues: ['', 'a'] } }],
      Capabilities: [],
      ResourceTypes: ['AWS::SNS::Topic'],
      ResourceIdentifierSummaries: [
        { ResourceType: 'AWS::S3::Bucket', LogicalResourceIds: ['A'], ResourceIdentifiers: ['BucketName'] },
      ],
      Warnings: { UnrecognizedResourceTypes: [] },
    },
  ],
  ListChangeSets: [{ StackName: 'shop' }, { Summaries: [{ ChangeSetId: changeSetId, CreationTime: time }] }],
  ListExports: [{}, { Exports: [{ ExportingStackId: stackId, Name: 'n', Value: '' }] }],
  ListHookResults: [{ TargetType: 'CHANGE_SET', TargetId: changeSetId }, { HookResults: [] }],
  ListImports: [{ ExportName: 'n' }, { Imports: ['shop', 'other'] }],
  ListStackResources: [
    { StackName: 'shop' },
    {
      StackResourceSummaries: [
        {
          LogicalResourceId: 'A',
          ResourceType: 'AWS::SNS::Topic',
          LastUpdatedTimestamp: time,
          ResourceStatus: 'CREATE_COMPLETE',
          DriftInformation: { StackResourceDriftStatus: 'IN_SYNC', LastCheckTimestamp: time },
        },
      ],
    },
  ],
  ListStacks: [
    { StackStatusFilter: ['CREATE_COMPLETE', 'DELETE_FAILED'] },
    { StackSummaries: [{ StackName: 'shop', CreationTime: time, DeletionTime: time, StackStatus: 'DELETE_COMPLETE' }] },
  ],
  RollbackStack: [{ StackName: 'shop', RetainExceptOnCreate: true }, { StackId: stackId }],
  UpdateStack: [{ StackName: 'shop', UsePreviousTemplate: true, Tags: [] }, { StackId: stackId }],
  UpdateTerminationProtection: [{ StackName: 'shop', EnableTerminationProtection: false }, { StackId: stackId }],
  ValidateTemplate: [
    { TemplateBody: '{}' },
    { Parameters: [{ ParameterKey: 'P', NoEcho: false }], Capabilities: [], DeclaredTransforms: [] },
  ],
};
