import { templateOf } from '../../compiler/commands/sides/template.js';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import type { JsonMap } from '../../compiler/template/template.js';
import type { Parameter, Stack } from '../api/cloudformation.js';
import { isAbsent } from '../api/fault.js';
import type { Session } from '../api/session.js';
import { MASK } from '../inputs/secret.js';

/** What a stack runs now. */
export interface Deployed {
  readonly stack: Stack;
  /** As it was given, before transforms; functions in their long form. Without resources where nothing was created. */
  readonly template: JsonMap;
  /** Values of its parameters, those that are looked up as what was found; no secrets. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * What a stack runs: its template and the values of its parameters. Undefined where there is no such stack; one in which
 * nothing was ever created (REVIEW_IN_PROGRESS) has no resources.
 *
 * @param stack The stack's name or id; of a deleted one only the id is known.
 * @throws Fault as CloudFormation's calls do.
 */
export async function deployedOf(
  { cloud }: Pick<Session, 'cloud'>,
  stack: string,
  signal?: AbortSignal,
): Promise<Deployed | undefined> {
  const found = await stackOf({ cloud }, stack, signal);
  if (found === undefined || found.StackStatus === 'DELETE_COMPLETE') return undefined;
  const empty = found.StackStatus === 'REVIEW_IN_PROGRESS';
  const answer = empty ? {} : await cloud.call('GetTemplate', { StackName: stack, TemplateStage: 'Original' }, signal);
  return { stack: found, template: readTemplate(answer.TemplateBody, stack), parameters: valuesOf(found.Parameters) };
}

async function stackOf(
  { cloud }: Pick<Session, 'cloud'>,
  stack: string,
  signal?: AbortSignal,
): Promise<Stack | undefined> {
  try {
    return (await cloud.call('DescribeStacks', { StackName: stack }, signal)).Stacks?.[0];
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** A template as CloudFormation keeps it, JSON or YAML; one without resources where it cannot be read. */
export function readTemplate(body: string | undefined, stack: string): JsonMap {
  const { report } = new Diagnostics();
  return (
    (body === undefined ? undefined : templateOf({ file: `stack:${stack}`, text: body }, report)) ?? { Resources: {} }
  );
}

function valuesOf(parameters: readonly Parameter[] | undefined): ReadonlyMap<string, string> {
  const pairs = (parameters ?? []).flatMap(({ ParameterKey, ParameterValue, ResolvedValue }): [string, string][] => {
    const value = ResolvedValue ?? ParameterValue;
    return ParameterKey === undefined || value === undefined || value === MASK ? [] : [[ParameterKey, value]];
  });
  return new Map(pairs);
}
