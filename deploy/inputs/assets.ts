import { parameterFile } from '../../compiler/commands/sides/parameterFile.js';
import type { Compilation } from '../../compiler/compile.js';
import type { Parameter } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';
import { bucketFor, type TemplateOptions } from './bucket.js';
import { type GivenParameters, variableOf } from './given.js';
import type { ParameterValue } from './parameters.js';
import type { Needed } from './template.js';

/** What a blueprint has packed. */
type Assets = NonNullable<Compilation['assets']>;

/** The parameter that names the bucket with what is packed (docs/language.md, "Code"). */
const BUCKET = 'AssetsBucket';

/**
 * The parameters with the bucket for what a blueprint has packed: the one that is named, the one that the stack has, or
 * the one that templates go through.
 *
 * @throws Declined where there is no bucket and none may be made; Fault as S3 does.
 */
export async function withBucket(
  assets: Assets,
  given: GivenParameters,
  previous: readonly Parameter[] | undefined,
  session: Needed & Pick<Session, 'local'>,
  options: TemplateOptions,
): Promise<GivenParameters> {
  const has = previous?.some(({ ParameterKey }) => ParameterKey === BUCKET) === true;
  if (assets.length === 0 || has || isNamed(given)) return given;
  const bucket = await bucketFor(session, options, {
    why: 'What the blueprint has packed has to be in a bucket of S3',
    kept: 'private and encrypted',
    // A simulated bucket costs nothing.
    free: session.local,
    hint: `-P ${BUCKET}=NAME names one that there is.`,
  });
  return { ...given, environment: { ...given.environment, [variableOf(BUCKET)]: bucket } };
}

function isNamed({ pairs, file, environment }: GivenParameters): boolean {
  if (pairs.some((pair) => pair.startsWith(`${BUCKET}=`)) || environment[variableOf(BUCKET)] !== undefined) return true;
  return file !== undefined && parameterFile(file).values.has(BUCKET);
}

/** Puts what is packed where CloudFormation looks for it; what is there already is left alone. @throws Fault as S3 does. */
export async function putAssets(
  assets: Assets,
  parameters: readonly ParameterValue[],
  { storage, report }: Needed,
): Promise<void> {
  const value = parameters.find(({ name }) => name === BUCKET)?.value;
  if (typeof value !== 'string') return;
  for (const { key, bytes, from } of assets) {
    report({ kind: 'step', text: `putting ${from} into the bucket ${value}` });
    await storage.put(value, key, bytes);
  }
}
