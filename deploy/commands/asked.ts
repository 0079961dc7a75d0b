import type { JsonMap } from '../../compiler/template/template.js';
import type { Given } from '../flow/deployment/options.js';
import { shell } from '../flow/flags.js';
import { declaredParameters } from '../inputs/declared.js';

/**
 * What a command was asked for beside its blueprint, for the same command again, each with a blank before it: without
 * consent, and without secrets, for which `@FILE` stands.
 */
export function askedOf(given: Partial<Given>, template: JsonMap): string {
  const { parameters, tags = [], templateBucket, onFailure, roleArn, notify = [], rollbackAlarms = [] } = given;
  const secrets = new Set(declaredParameters(template).flatMap(({ name, secret }) => (secret ? [name] : [])));
  const pairs = (parameters?.pairs ?? []).map((pair) => {
    const [name = ''] = pair.split('=', 1);
    return secrets.has(name) && !/^[^=]*=(?:-$|@(?!@))/.test(pair) ? `${name}=@FILE` : pair;
  });
  const words = [
    ...pairs.flatMap((pair) => ['-P', pair]),
    ...valued('--params', parameters?.file),
    ...tags.flatMap((tag) => ['--tag', tag]),
    ...valued('--on-failure', onFailure),
    ...(given.importExisting === true ? ['--import-existing'] : []),
    ...(given.revertDrift === true ? ['--revert-drift'] : []),
    ...(given.express === true ? ['--express'] : []),
    ...valued('--role-arn', roleArn),
    ...notify.flatMap((arn) => ['--notify', arn]),
    ...rollbackAlarms.flatMap((arn) => ['--rollback-alarm', arn]),
    ...valued('--template-bucket', templateBucket),
  ];
  return words.map((word) => ` ${shell(word)}`).join('');
}

function valued(flag: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [flag, value];
}
