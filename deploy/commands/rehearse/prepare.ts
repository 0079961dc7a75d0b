import { Misuse, Refused } from '../../../compiler/commands/outcome.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import type { Change, ChangeSetType, Parameter, Stack } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import type { Session } from '../../api/session.js';
import { describeChangeSet } from '../../changes/describe.js';
import { saysNothing } from '../../flow/changeSet/statuses.js';
import { neededCapabilities } from '../../flow/deployment/capabilities.js';
import { fill } from '../../flow/say.js';
import { stackOf } from '../../flow/stack.js';
import { decisionOf } from '../../flow/states/states.js';
import { type GivenParameters, givenValues } from '../../inputs/given.js';
import { parametersFor, requested } from '../../inputs/parameters.js';
import type { Target } from '../../inputs/target.js';
import { templateFor } from '../../inputs/template.js';
import { placeholders } from './placeholder.js';

/** What is going to be executed again and again. */
export interface Prepared {
  readonly action: 'create' | 'update';
  readonly stackId: string;
  readonly changeSet: string;
  readonly changes: readonly Change[];
}

/**
 * Makes the change set that would make a stack what its blueprint says. Undefined where there is nothing to change.
 *
 * @throws Declined where the stack is in a state in which it cannot be deployed, Refused where CloudFormation says no.
 */
export async function prepare(
  session: Session,
  target: Target,
  given: GivenParameters,
  subject: string,
): Promise<Prepared | undefined> {
  const stack = await stackOf(session, target.stack);
  const exists = stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS';
  if (exists) refuseUnless(stack, subject);
  const previous = exists ? (stack.Parameters ?? []) : [];
  const parameters = await parametersWith(target.template, given, previous);
  const type = exists ? 'UPDATE' : 'CREATE';
  const made = await changeSetOf(session, { ...target, type, parameters });
  if (made === undefined) return undefined;
  const { changes } = await describeChangeSet(session, made.stackId, made.changeSet);
  return { action: exists ? 'update' : 'create', changes, ...made };
}

function refuseUnless(stack: Stack, subject: string): void {
  const { StackName: name = '', StackStatus: status = '' } = stack;
  const decision = decisionOf('deploy', stack.StackStatus);
  const say = (text: string) => fill(text, { stack: name, subject }, status);
  if (decision.do === 'refuse') throw new Declined(say(decision.text), decision.next.map(say));
  if (decision.do === 'rescue')
    throw new Declined(`The stack "${name}" is in ${status}: help it first, or begin from nothing.`, [
      `jiml deploy ${subject}`,
      `jiml rehearse ${subject.replace(/ ?--local$/, '')} --from nothing`,
    ]);
}

/** What is given, what the stack has, and for the rest something made up. */
async function parametersWith(
  template: JsonMap,
  given: GivenParameters,
  previous: readonly Parameter[],
): Promise<readonly Parameter[]> {
  const { values } = givenValues(given);
  const known = new Set([...values.keys(), ...previous.map(({ ParameterKey = '' }) => ParameterKey)]);
  const made = [...placeholders(template, known)].map(([name, value]) => `${name}=${value}`);
  const pairs = [...made, ...given.pairs];
  return requested(await parametersFor(template, { ...given, pairs }, previous, undefined));
}

interface Wanted {
  readonly stack: string;
  readonly type: ChangeSetType;
  readonly text: string;
  readonly template: JsonMap;
  readonly parameters: readonly Parameter[];
  readonly tags: ReadonlyMap<string, string>;
}

/** Undefined where there is nothing to change. */
async function changeSetOf(session: Session, { stack, type, text, template, parameters, tags }: Wanted) {
  const { cloud } = session;
  const names = (await neededCapabilities(session, template)).map(({ name }) => name);
  const { Id = '', StackId = '' } = await cloud.call('CreateChangeSet', {
    StackName: stack,
    ChangeSetName: `jiml-rehearsal-${type.toLowerCase()}`,
    ChangeSetType: type,
    ...(await templateFor(text, session, {})),
    Parameters: [...parameters],
    Capabilities: names as ('CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND')[],
    Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    // As `jiml deploy` does where nothing is said.
    ...(type === 'CREATE' ? { OnStackFailure: 'DELETE' as const } : {}),
  });
  const { Status, StatusReason = '' } = await cloud.call('DescribeChangeSet', {
    ChangeSetName: Id,
    StackName: StackId,
  });
  if (Status === 'CREATE_COMPLETE') return { stackId: StackId, changeSet: Id };
  if (saysNothing(StatusReason)) return undefined;
  throw new Refused(`CloudFormation does not take it: ${StatusReason.replace(/\.?$/, '.')}`);
}

/** Deploys a template as the stack that is to be changed. @throws Misuse where that fails. */
export async function deployFirst(
  session: Session,
  stack: string,
  {
    name,
    template,
    parameters,
  }: { readonly name: string; readonly template: JsonMap; readonly parameters: ReadonlyMap<string, string> },
): Promise<void> {
  const values = new Map([...placeholders(template, new Set(parameters.keys())), ...parameters]);
  const list = [...values].map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
  const text = JSON.stringify(template);
  const made = await changeSetOf(session, { stack, type: 'CREATE', text, template, parameters: list, tags: new Map() });
  if (made === undefined) return;
  await session.cloud.call('ExecuteChangeSet', { ChangeSetName: made.changeSet, StackName: made.stackId });
  const { StackStatus, StackStatusReason = '' } = (await stackOf(session, made.stackId)) ?? {};
  if (StackStatus !== 'CREATE_COMPLETE')
    throw new Misuse(`"${name}" cannot be deployed by itself: ${StackStatusReason.replace(/[.\s]*$/, '.')}`);
}
