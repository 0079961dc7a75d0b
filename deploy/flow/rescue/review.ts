import type { Stack } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import { changeSetsOf } from '../changeSet/list.js';
import { shell } from '../flags.js';
import { isOurs } from '../tokens.js';
import type { Work } from '../work.js';

/**
 * A stack in which nothing was created yet is ours to use, unless somebody else's change set is waiting in it.
 *
 * @throws Declined where it is
 */
export async function review(work: Work, { StackId }: Stack): Promise<void> {
  const { session, stack, name: own } = work;
  const others = (await changeSetsOf(session, StackId ?? stack)).filter(({ ChangeSetName }) => !isOurs(ChangeSetName));
  const [other] = others;
  if (other === undefined) return;
  const name = other.ChangeSetName ?? '';
  const { region, local, flags = [] } = session;
  // What jiml was told of the place, the AWS CLI takes too.
  const at = flags.indexOf('--region');
  const said = at < 0 ? flags : flags.toSpliced(at, 2);
  const place = local ? ['--endpoint-url', 'http://127.0.0.1:4566'] : said;
  const where = ['--region', region, ...place].map(shell).join(' ');
  throw new Declined(
    `The stack "${own}" is waiting with the change set "${name}", which jiml did not make and leaves alone.`,
    [
      ...(session.local ? ['jiml local serve'] : []),
      `aws cloudformation execute-change-set --stack-name ${stack} --change-set-name ${name} ${where}`,
      `aws cloudformation delete-change-set --stack-name ${stack} --change-set-name ${name} ${where}`,
    ],
  );
}
