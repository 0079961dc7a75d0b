import type { Stack } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';
import { orNothing } from '../flow/tolerant.js';
import { MASK } from '../inputs/secret.js';

/**
 * A stack without the values of parameters that its template declares as secrets (NoEcho): CloudFormation masks them
 * itself, and not every other endpoint does. Where the template cannot be had, it stays as it was told.
 */
export async function withoutSecrets({ cloud }: Pick<Session, 'cloud'>, stack: Stack, id: string): Promise<Stack> {
  const { Parameters = [] } = stack;
  if (Parameters.every(({ ParameterValue }) => ParameterValue === MASK)) return stack;
  const answer = await orNothing(cloud.call('GetTemplate', { StackName: id, TemplateStage: 'Original' }));
  if (answer === undefined) return stack;
  const [{ readTemplate }, { declaredParameters }] = await Promise.all([
    import('../changes/deployed.js'),
    import('../inputs/declared.js'),
  ]);
  const declared = declaredParameters(readTemplate(answer.TemplateBody, id));
  const secrets = new Set(declared.flatMap(({ name, secret }) => (secret ? [name] : [])));
  const shown = Parameters.map((one) =>
    secrets.has(one.ParameterKey ?? '') ? { ParameterKey: one.ParameterKey, ParameterValue: MASK } : one,
  );
  return { ...stack, Parameters: shown };
}
