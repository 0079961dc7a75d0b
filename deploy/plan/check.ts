import type { ExecutionStatus, Stack } from '../api/cloudformation.js';
import type { WholeChangeSet } from '../changes/whole.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import type { ParameterValue } from '../inputs/parameters.js';
import { Secret } from '../inputs/secret.js';
import { contentsMoved } from './contents.js';
import { digestOf, sameHash, secretHash } from './hash.js';
import { changedAt } from './make.js';
import type { Plan, PlannedValue } from './plan.js';

/** How things are now. What is left out is not compared: a blueprint need not be given again. */
export interface Current {
  readonly region: string;
  readonly account?: string | undefined;
  /** Undefined where there is no such stack any more. */
  readonly stack: Stack | undefined;
  /** Undefined where there is no such change set any more. */
  readonly changeSet: WholeChangeSet | undefined;
  /** The blueprint's template, compiled again. */
  readonly text?: string;
  readonly parameters?: readonly ParameterValue[];
  readonly tags?: ReadonlyMap<string, string>;
  readonly capabilities?: readonly NeededCapability[];
}

/** What is no longer as it was reviewed, a sentence each; nothing where the plan may be carried out. */
export async function checkPlan(plan: Plan, current: Current): Promise<readonly string[]> {
  return [
    ...placeMoved(plan, current),
    ...stackMoved(plan, current),
    ...changeSetMoved(plan, current),
    ...(current.text === undefined || digestOf(current.text) === plan.template
      ? []
      : ['The template is not the one that was reviewed.']),
    ...(current.parameters === undefined ? [] : await parametersMoved(plan, current.parameters)),
    ...(current.tags === undefined ? [] : tagsMoved(plan, current.tags)),
    ...(current.capabilities === undefined ? [] : capabilitiesMoved(plan, current.capabilities)),
  ];
}

function placeMoved({ stack }: Plan, { region, account }: Current): readonly string[] {
  const other = stack.account !== undefined && account !== undefined && stack.account !== account;
  return [
    ...(region === stack.region ? [] : [`The plan is for the region ${stack.region}, and this is ${region}.`]),
    ...(other ? [`The plan is for the account ${stack.account}, and this is ${account}.`] : []),
  ];
}

function stackMoved({ stack: { name, id, status, changed } }: Plan, { stack }: Current): readonly string[] {
  if (stack === undefined) return [`There is no stack "${name}" any more.`];
  if (id !== undefined && stack.StackId !== undefined && id !== stack.StackId)
    return [`"${name}" is another stack of the same name: the one that was reviewed is gone.`];
  if (stack.StackName !== undefined && stack.StackName !== name)
    return [`The plan is for the stack "${name}", and this is "${stack.StackName}".`];
  const now = changedAt(stack);
  if (changed !== undefined && now !== undefined && now !== changed)
    return [`The stack "${name}" was changed at ${timeText(now)}, after the review.`];
  if (status !== undefined && stack.StackStatus !== undefined && stack.StackStatus !== status)
    return [`The stack "${name}" is in the state ${stack.StackStatus} and was in ${status}.`];
  return [];
}

function changeSetMoved(plan: Plan, { changeSet }: Current): readonly string[] {
  if (plan.changeSet === undefined) return [];
  if (changeSet === undefined) return ['The change set that was reviewed is gone: it was carried out or deleted.'];
  const { ChangeSetId: id, Status: status, ExecutionStatus: execution } = changeSet;
  if (id !== undefined && id !== plan.changeSet) return ['The change set is another one of the same name.'];
  if (status !== undefined && status !== 'CREATE_COMPLETE') return [`The change set is in the state ${status}.`];
  const why = execution === undefined ? undefined : EXECUTIONS[execution];
  return why === undefined ? contentsMoved(plan, changeSet) : [why];
}

/** Why a change set cannot be carried out, by its ExecutionStatus; undefined where it can. */
const EXECUTIONS: Readonly<Record<ExecutionStatus, string | undefined>> = {
  AVAILABLE: undefined,
  UNAVAILABLE: 'The change set cannot be carried out.',
  OBSOLETE: 'The change set is out of date: the stack was changed after it was made.',
  EXECUTE_IN_PROGRESS: 'The change set is being carried out already.',
  EXECUTE_COMPLETE: 'The change set was carried out already.',
  EXECUTE_FAILED: 'The change set was carried out already, and failed.',
};

async function parametersMoved({ parameters, salt }: Plan, now: readonly ParameterValue[]): Promise<readonly string[]> {
  const before = new Map(Object.entries(parameters));
  const moved: string[] = [];
  for (const value of now) {
    const planned = before.get(value.name);
    before.delete(value.name);
    if (planned === undefined) moved.push(`The parameter "${value.name}" was not there when it was reviewed.`);
    else if (!(await sameValue(planned, value, salt))) moved.push(`The parameter "${value.name}" has another value.`);
  }
  return [...moved, ...[...before.keys()].map((name) => `The parameter "${name}" is no longer there.`)];
}

async function sameValue(
  planned: PlannedValue,
  { name, source, value }: ParameterValue,
  salt: string,
): Promise<boolean> {
  if (source === 'default') return planned.kind === 'default';
  if (source === 'previous' || value === undefined) return planned.kind === 'previous';
  if (value instanceof Secret)
    return planned.kind === 'secret' && sameHash(planned.hash, await secretHash(name, value.reveal(), salt));
  return planned.kind === 'value' && planned.value === value;
}

function tagsMoved({ tags }: Plan, now: ReadonlyMap<string, string>): readonly string[] {
  const before = new Map(Object.entries(tags));
  const keys = [...new Set([...before.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    if (before.get(key) === now.get(key)) return [];
    if (!now.has(key)) return [`The tag "${key}" is no longer there.`];
    return [
      before.has(key) ? `The tag "${key}" has another value.` : `The tag "${key}" was not there when it was reviewed.`,
    ];
  });
}

function capabilitiesMoved({ capabilities }: Plan, now: readonly NeededCapability[]): readonly string[] {
  const before = new Set(capabilities.map(({ name }) => name));
  return now.flatMap(({ name }) =>
    before.has(name) ? [] : [`${name} is needed now, and was not when it was reviewed.`],
  );
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
