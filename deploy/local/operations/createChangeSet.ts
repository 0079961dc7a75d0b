import type { CreateChangeSetInput } from '@aws-sdk/client-cloudformation';
import { changesOf, type Foreseen } from '../changes/changes.js';
import { Chance } from '../resources/hash.js';
import { stackEvent } from '../simulation/events.js';
import type { ChangeSetState, Finding, Import } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { findStack } from './find.js';
import { findingsOf } from './findings.js';
import { importsOf } from './imports.js';
import { checkStackLimit, checkStackName, newStack } from './newStack.js';
import { specOf } from './spec.js';
import { checkUpdatable } from './updatable.js';

/** How long working out a change set takes, in milliseconds. */
const DURATION = 900;

const NOTHING =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const INVALID =
  'ChangeSet failed validation. Call DescribeEvents with the ARN of this change set to see what was found.';

const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

/** CreateChangeSet (CloudFormation API Reference). */
export const createChangeSet: Handler<'CreateChangeSet'> = (context, input) => {
  const name = checkedName(input.ChangeSetName);
  const known = findStack(context, input.StackName);
  const again = known?.changeSets.find((one) => one.name === name);
  if (known !== undefined && again !== undefined) return repeated(known, again, input);
  const type = input.ChangeSetType ?? 'UPDATE';
  checkStack(context, input, known);
  const before = known === undefined || known.status === 'REVIEW_IN_PROGRESS' ? undefined : known.spec;
  const spec = specOf(context, input, before);
  const stack = known ?? reviewed(context, checkStackName(input.StackName), spec);
  if (stack.status === 'REVIEW_IN_PROGRESS' && stack.changeSets.length === 0) stack.spec = spec;
  const imports = importsOf(context, stack, spec, input);
  const changeSet = made(context, stack, { input, name, type, spec, before, imports });
  stack.changeSets.push(changeSet);
  context.scene.unit.changed(stack);
  return { Id: changeSet.id, StackId: stack.id };
};

function checkedName(name: string | undefined): string {
  if (name !== undefined && NAME.test(name)) return name;
  throw refusal(
    `1 validation error detected: Value '${name ?? ''}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

function requestOf(input: CreateChangeSetInput): string {
  return new Chance('request', JSON.stringify(input)).uuid();
}

/** The same request again is no other change set; another one of that name is refused. */
function repeated(stack: StackState, known: ChangeSetState, input: CreateChangeSetInput) {
  if (known.token !== undefined && known.token === input.ClientToken && known.request === requestOf(input)) {
    return { Id: known.id, StackId: stack.id };
  }
  throw refusal(`ChangeSet [${known.name}] already exists for stack [${stack.name}]`, 'AlreadyExistsException');
}

function checkStack(context: Context, input: CreateChangeSetInput, stack: StackState | undefined): void {
  const { StackName: name = '', ChangeSetName: changeSet = '', ChangeSetType: type = 'UPDATE' } = input;
  if (type === 'UPDATE') {
    if (stack === undefined) throw refusal(`Stack [${name}] does not exist`);
    checkUpdatable(stack);
  } else if (stack === undefined) checkStackLimit(context, name);
  else if (type === 'CREATE' && stack.status !== 'REVIEW_IN_PROGRESS') {
    throw refusal(`Stack [${name}] already exists and cannot be created again with the changeSet [${changeSet}].`);
  } else if (type === 'IMPORT' && stack.status !== 'REVIEW_IN_PROGRESS') checkUpdatable(stack);
  if (input.OnStackFailure === 'DELETE' && type !== 'CREATE') {
    throw refusal('OnStackFailure of DELETE can be specified only for change sets of type CREATE');
  }
}

function reviewed(context: Context, name: string, spec: Spec): StackState {
  const stack = newStack(context, name, spec);
  stackEvent(context.scene, stack, 'REVIEW_IN_PROGRESS', context.scene.now, 'User Initiated');
  return stack;
}

interface Making {
  readonly input: CreateChangeSetInput;
  readonly name: string;
  readonly type: ChangeSetState['type'];
  readonly spec: Spec;
  readonly before: Spec | undefined;
  readonly imports: readonly Import[];
}

function made({ scene, region }: Context, stack: StackState, making: Making): ChangeSetState {
  const { input, name, type, spec, before, imports } = making;
  const { account, partition, fast } = scene.settings;
  const number = String(scene.unit.account.counter++);
  scene.unit.changed('account');
  const uuid = new Chance('change set', stack.id, name, number).uuid();
  const findings = input.DisableValidation === true ? [] : findingsOf(scene, stack, spec);
  const foreseen = findings.length > 0 ? EMPTY : changesOf(scene, stack, before, spec, options(input, imports));
  return {
    ...{ name, type, spec, imports, findings, created: scene.now },
    id: `arn:${partition}:cloudformation:${region}:${account}:changeSet/${name}/${uuid}`,
    ready: scene.now + (fast ? 0 : DURATION),
    ...verdictOf(findings, foreseen),
    changes: foreseen.changes,
    ...(input.Description !== undefined && { description: input.Description }),
    ...(input.OnStackFailure !== undefined && { onStackFailure: input.OnStackFailure }),
    ...(input.ImportExistingResources === true && { importExisting: true }),
    ...(input.DeploymentMode === 'REVERT_DRIFT' && { revertDrift: true }),
    ...(input.IncludeNestedStacks === true && { nested: true }),
    operation: new Chance('operation', uuid).uuid(),
    ...(input.ClientToken !== undefined && { token: input.ClientToken }),
    request: requestOf(input),
  };
}

const EMPTY: Foreseen = { changes: [], nothing: false };

function options(input: CreateChangeSetInput, imports: readonly Import[]) {
  return { imports, reverting: input.DeploymentMode === 'REVERT_DRIFT' };
}

function verdictOf(
  findings: readonly Finding[],
  { nothing }: Foreseen,
): Pick<ChangeSetState, 'status' | 'execution' | 'reason'> {
  const reason = findings.length > 0 ? INVALID : nothing ? NOTHING : undefined;
  if (reason === undefined) return { status: 'CREATE_COMPLETE', execution: 'AVAILABLE' };
  return { status: 'FAILED', execution: 'UNAVAILABLE', reason };
}
