import { sameJson } from '../../../compiler/diff/sameness.js';
import type { OperationState } from '../state/operation.js';
import type { ResourceState } from '../state/stack.js';

/**
 * What is skipped as a stack goes back stays as it is, and the stack's template says something else of it
 * (CloudFormation API Reference, ContinueUpdateRollback). CloudFormation compares templates, so that it takes the
 * resource for what the template says; how it is indeed is drift.
 */
export function takeForRestored({ saved }: Pick<OperationState, 'saved'>, resource: ResourceState): void {
  const before = saved.find(({ id }) => id === resource.id);
  if (before === undefined) return;
  const { text, metadata } = before;
  const actual = resource.drift?.actual ?? resource.properties;
  if (!sameJson(actual, before.properties)) resource.drift = { ...resource.drift, actual };
  resource.properties = before.properties;
  if (text !== undefined) resource.text = text;
  if (metadata === undefined) delete resource.metadata;
  else resource.metadata = metadata;
}
