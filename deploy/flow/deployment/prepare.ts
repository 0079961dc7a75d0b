import type { JsonMap } from '../../../compiler/template/template.js';
import type { Stack } from '../../api/cloudformation.js';
import { putAssets, withBucket } from '../../inputs/assets.js';
import type { NeededCapability } from '../../inputs/capabilities.js';
import { type ParameterValue, parametersFor, requested } from '../../inputs/parameters.js';
import { Secret } from '../../inputs/secret.js';
import { tagsFor } from '../../inputs/tags.js';
import type { Target } from '../../inputs/target.js';
import { templateFor } from '../../inputs/template.js';
import type { ChangeSetOptions, ChangeSetRequest } from '../changeSet/request.js';
import { accountIn } from '../stack.js';
import type { Work } from '../work.js';
import { neededCapabilities } from './capabilities.js';
import type { Given } from './options.js';

/** All that a deployment is made of, checked as far as that is possible here. */
export interface Prepared {
  readonly target: Target;
  /** The template's text, as it is sent. */
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
  readonly request: ChangeSetRequest;
  /** Whether there are resources in the stack. */
  readonly exists: boolean;
}

const EXPRESS =
  'With --express CloudFormation counts a resource as done before it can be used: what fails afterwards is neither noticed nor rolled back.';

/** What sort of change set is to be made, and of what. */
export type Sort = Pick<ChangeSetRequest, 'purpose' | 'imports'> & { readonly template?: JsonMap };

/**
 * Brings together what a change set is made from.
 *
 * @param stack The stack as it is; undefined where there is none.
 * @throws Misuse, Declined and Fault as the inputs do
 */
export async function prepare(
  work: Work,
  target: Target,
  given: Given,
  stack: Stack | undefined,
  sort: Sort,
): Promise<Prepared> {
  const { session } = work;
  if (given.express) session.report({ kind: 'warning', text: EXPRESS });
  // A stack that is deleted is only known by its id, which no other one can have.
  const there = stack?.StackStatus === 'DELETE_COMPLETE' ? undefined : stack;
  const exists = there !== undefined && there.StackStatus !== 'REVIEW_IN_PROGRESS';
  const template = sort.template ?? target.template;
  const text = sort.template === undefined ? target.text : `${JSON.stringify(template, undefined, 2)}\n`;
  const before = exists ? (there.Parameters ?? []) : undefined;
  const account = accountIn(stack?.StackId);
  const { assets = [] } = target.compilation;
  const through = { bucket: given.templateBucket, account };
  const said = await withBucket(assets, given.parameters, before, session, through);
  const parameters = await parametersFor(template, said, before, session.person);
  const tags = tagsFor(target.tags, given.tags);
  const capabilities = await neededCapabilities(session, template);
  await putAssets(assets, parameters, session);
  const argument = await templateFor(text, session, through);
  const request: ChangeSetRequest = {
    ...sort,
    stack: there === undefined ? work.name : work.stack,
    type: sort.purpose === 'import' ? 'IMPORT' : exists ? 'UPDATE' : 'CREATE',
    template: argument,
    text,
    parameters: requested(parameters),
    secrets: new Set(parameters.filter(({ value }) => value instanceof Secret).map(({ name }) => name)),
    tags,
    capabilities,
    options: optionsOf(given),
    before: exists ? there : undefined,
  };
  return { target, text, parameters, tags, capabilities, request, exists };
}

/** No more than what the name of a change set may depend on. */
function optionsOf(given: Given): ChangeSetOptions {
  const { onFailure, roleArn, notify, rollbackAlarms, importExisting, revertDrift, express } = given;
  return { onFailure, roleArn, notify, rollbackAlarms, importExisting, revertDrift, express };
}
