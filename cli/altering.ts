import { readFileSync } from 'node:fs';
import { Misuse, type Outcome, outcome } from '../compiler/commands/outcome.js';
import { Declined } from '../deploy/api/declined.js';
import { subjectOf } from '../deploy/commands/subject.js';
import { stackNameOf } from '../deploy/inputs/name.js';
import { openLocal } from '../deploy/local/open.js';
import { type Flags, LOCAL_FOLDER } from './kit.js';
import { clock, LOCAL_REGION } from './session.js';

/**
 * `jiml local alter`: changes a resource as somebody would in the console, so that there is drift.
 *
 * @throws Misuse for what is no change; Fault where there is no such stack or resource
 */
export async function alter(words: readonly string[], { stack, region, remove = false }: Flags): Promise<Outcome> {
  const found = stackNameOf(words, { stack });
  const [id, ...changes] = found.rest;
  if (id === undefined || (changes.length === 0 && !remove))
    throw new Misuse('What is altered? Write the id of a resource and PATH=VALUE, or --remove.');
  const local = opened(region ?? found.region);
  if (remove) await local.injectDrift(found.stack, id, []);
  for (const [path, value] of changes.map(change)) await local.injectDrift(found.stack, id, path, value);
  const subject = subjectOf({ ...found, named: stack !== undefined }, { local: true });
  return outcome({
    output: `${remove ? 'Deleted' : 'Altered'} ${id} of "${found.stack}". See: jiml drift ${subject}\n`,
  });
}

/** `jiml local put`: puts a file into a bucket of the local account. @throws Misuse, Declined */
export async function put(
  [bucket = '', file = '']: readonly string[],
  { region, key = file }: Flags,
): Promise<Outcome> {
  const { objects } = opened(region);
  if (!(await objects.buckets()).some(({ name }) => name === bucket))
    throw new Declined(`There is no bucket "${bucket}" in the local account.`, [
      'jiml resources ID --physical-id --local',
    ]);
  await objects.put(bucket, key, readFileSync(file));
  return outcome({ output: `Put ${key} into ${bucket}.\n` });
}

function opened(region: string | undefined) {
  return openLocal({ folder: LOCAL_FOLDER, region: region ?? LOCAL_REGION, fast: false, fail: [], clock });
}

/** `Tags.0.Value=x`; a value is JSON where it can be read so, otherwise a text, and nothing takes the property away. */
function change(text: string): readonly [readonly (string | number)[], JsonValue | undefined] {
  const [, path = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (path === '') throw new Misuse(`"${text}" is no change: write it as Path=Value, for instance Tags.0.Value=web.`);
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return [steps, value === '' ? undefined : parsed(value)];
}

type JsonValue = Parameters<ReturnType<typeof openLocal>['injectDrift']>[3];

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
