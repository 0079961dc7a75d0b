import type { CreateChangeSetInput } from '@aws-sdk/client-cloudformation';
import { changesOf, type Foreseen } from '../changes/changes.js';
import { Chance } from '../resources/hash.js';
import { stackEvent } from '../simulation/events.js';
import { findStack } from '../stacks/find.js';
import { checkStackLimit, checkStackName, newStack } from '../stacks/newStack.js';
import { specOf } from '../stacks/spec.js';
import type { ChangeSetState, Finding, Import } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { accountFindings, propertyFindings, verdictOn } from './findings.js';
import { importsOf } from './imports.js';
import { checkUpdatable } from './updatable.js';

/** How long working out a change set takes, in milliseconds. */
const DURATION = 900;

const NOTHING =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
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
  const { name } = known;
  const attribute = known.token === input.ClientToken ? 'Template' : 'ClientToken';
  throw refusal(
    `ChangeSet ${name} cannot be created due to a mismatch with existing attribute ${attribute}`,
    'AlreadyExistsException',
  );
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
  const asked = {
    reverting: input.DeploymentMode === 'REVERT_DRIFT',
    existing: input.ImportExistingResources === true,
  };
  const wrong = input.DisableValidation === true ? [] : propertyFindings(scene, stack, spec);
  const foreseen = wrong.length > 0 ? EMPTY : changesOf(scene, stack, before, spec, { imports, ...asked });
  checkImportOnly(type, foreseen);
  const findings =
    input.DisableValidation === true || wrong.length > 0 ? wrong : accountFindings(scene, stack, spec, foreseen);
  return {
    ...{ name, type, spec, findings, created: scene.now },
    imports: [...imports, ...foreseen.imports],
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

const EMPTY: Foreseen = { changes: [], imports: [], nothing: false };

/** @throws Fault where something else is to change than what is imported. */
function checkImportOnly(type: ChangeSetState['type'], { changes }: Foreseen): void {
  const others = changes.filter(({ action }) => action !== 'Import').map(({ id }) => id);
  if (type !== 'IMPORT' || others.length === 0) return;
  throw refusal(
    `You have modified resources [${others.join(', ')}] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`,
  );
}

function verdictOf(
  findings: readonly Finding[],
  { nothing }: Foreseen,
): Pick<ChangeSetState, 'status' | 'execution' | 'reason'> {
  const reason = verdictOn(findings) ?? (nothing ? NOTHING : undefined);
  if (reason === undefined) return { status: 'CREATE_COMPLETE', execution: 'AVAILABLE' };
  return { status: 'FAILED', execution: 'UNAVAILABLE', reason };
}
