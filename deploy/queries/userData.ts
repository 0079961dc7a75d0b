import { Misuse, Refused } from '../../compiler/commands/outcome.js';
import type { JsonMap } from '../../compiler/template/template.js';
import type { Listed } from './inventory.js';

const INSTANCE = 'AWS::EC2::Instance';

/** The types whose properties have a script, and where it stands. */
const SCRIPTS: ReadonlyMap<string, (properties: JsonMap) => unknown> = new Map([
  [INSTANCE, ({ UserData }: JsonMap) => UserData],
  ['AWS::AutoScaling::LaunchConfiguration', ({ UserData }: JsonMap) => UserData],
  ['AWS::EC2::LaunchTemplate', ({ LaunchTemplateData: data }: JsonMap) => (data as JsonMap | undefined)?.UserData],
]);

/**
 * The script that a machine runs when it starts, with all references filled in and secrets masked.
 *
 * @param properties What the resource was given, as far as that is known.
 * @throws Misuse for what is no machine or has no script, Refused where it cannot be known.
 */
export function userDataOf({ id, type, physicalId }: Listed, properties: JsonMap | undefined, region: string): string {
  const script = SCRIPTS.get(type);
  if (script === undefined) throw new Misuse(`"${id}" runs no script: its type is ${type}.`);
  if (properties !== undefined) {
    const encoded = script(properties);
    if (typeof encoded === 'string' && isBase64(encoded)) return Buffer.from(encoded, 'base64').toString('utf8');
    if (encoded === undefined) throw new Misuse(`"${id}" has no user data.`);
  }
  const ask = `aws ec2 describe-instance-attribute --region ${region} --instance-id ${physicalId} --attribute userData --query UserData.Value --output text | base64 -d`;
  throw new Refused(
    `CloudFormation does not tell the script of "${id}".${type === INSTANCE ? ` EC2 does: ${ask}` : ''}`,
  );
}

/** What was cut off or masked is not taken for a script. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
