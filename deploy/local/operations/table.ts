import type { Operation } from '../../api/cloudformation.js';
import type { Handler } from './context.js';
import { createChangeSet } from './createChangeSet.js';
import { deleteChangeSet } from './deleteChangeSet.js';
import { deleteStack } from './deleteStack.js';
import { describeChangeSet, listChangeSets } from './describeChangeSet.js';
import { describeStackEvents } from './describeStackEvents.js';
import { describeStacks, listStacks } from './describeStacks.js';
import { executeChangeSet } from './executeChangeSet.js';
import { getTemplate } from './getTemplate.js';
import { describeStackResources, listStackResources } from './stackResources.js';

/** Every operation that there is here. */
export const OPERATIONS: Readonly<{ [O in Operation]?: Handler<O> }> = {
  CreateChangeSet: createChangeSet,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  ExecuteChangeSet: executeChangeSet,
  GetTemplate: getTemplate,
  ListChangeSets: listChangeSets,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
};
