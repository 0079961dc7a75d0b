import { Misuse, Refused } from '../../compiler/commands/outcome.js';
import type { Stack } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';
import type { Listed } from './inventory.js';

/** The script that a machine runs. @throws Misuse for what is no machine, Refused where it cannot be known. */
export async function userDataOf(
  { region }: Session,
  stack: Stack,
  resource: Listed,
  all: readonly Listed[],
): Promise<string> {
  void [stack, all];
  const { id, type, physicalId = 'ID' } = resource;
  if (type !== 'AWS::EC2::Instance') throw new Misuse(`"${id}" is no machine: its type is ${type}.`);
  throw new Refused(
    `CloudFormation does not tell the script of "${id}"; EC2 does: aws ec2 describe-instance-attribute --region ${region} --instance-id ${physicalId} --attribute userData --query UserData.Value --output text | base64 -d`,
  );
}
