import type { Operation } from '../../api/cloudformation.js';
import type { Handler } from './context.js';
import { createChangeSet } from './createChangeSet.js';
import { createStack, updateStack } from './createStack.js';
import { deleteChangeSet } from './deleteChangeSet.js';
import { deleteStack } from './deleteStack.js';
import { describeChangeSet, listChangeSets } from './describeChangeSet.js';
import { describeEvents } from './describeEvents.js';
import { describeStackEvents } from './describeStackEvents.js';
import { describeStacks, listStacks } from './describeStacks.js';
import { describeStackDriftDetectionStatus, describeStackResourceDrifts, detectStackDrift } from './drift.js';
import { executeChangeSet } from './executeChangeSet.js';
import { listExports, listImports } from './exports.js';
import { getTemplate } from './getTemplate.js';
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from './goingBack.js';
import { describeChangeSetHooks, getHookResult, listHookResults } from './hooks.js';
import { updateTerminationProtection } from './protection.js';
import { describeStackResources, listStackResources } from './stackResources.js';
import { getTemplateSummary, validateTemplate } from './summary.js';

/** Every operation of the interface. */
export const OPERATIONS: Readonly<{ [O in Operation]: Handler<O> }> = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeChangeSetHooks: describeChangeSetHooks,
  DescribeEvents: describeEvents,
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectStackDrift,
  ExecuteChangeSet: executeChangeSet,
  GetHookResult: getHookResult,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListHookResults: listHookResults,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplate,
};
