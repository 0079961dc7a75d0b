import { Misuse } from '../../compiler/commands/outcome.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import { leftOf, resourcesOf } from './resources.js';
import type { Work } from './work.js';

/**
 * Sees to it that what `--fail` names can fail: a resource of the stack, or of what it is to be. Where there are stacks
 * within the stack it may be one of theirs.
 *
 * @param declared The types of the resources that the stack is to have, by their ids.
 * @throws Misuse
 */
export async function checkFailing(work: Work, declared: ReadonlyMap<string, string>): Promise<void> {
  const { failing = [] } = work.session;
  if (failing.length === 0) return;
  const deployed = leftOf(await resourcesOf(work.session, work.stack));
  const types = new Map([
    ...declared,
    ...deployed.map(({ LogicalResourceId: id, ResourceType: type }) => [id ?? '', type ?? ''] as const),
  ]);
  if (types.size === 0 || [...types.values()].includes('AWS::CloudFormation::Stack')) return;
  const unknown = failing.find((id) => !types.has(id));
  if (unknown === undefined) return;
  const hint = didYouMean(unknown, types.keys()) ?? `It has ${listed([...types.keys()])}.`;
  throw new Misuse(`--fail names "${unknown}", which is no resource of the stack "${work.name}". ${hint}`);
}

function listed(ids: readonly string[]): string {
  const shown = [...ids].sort();
  return shown.length > 20 ? `${shown.slice(0, 19).join(', ')} and ${shown.length - 19} more` : shown.join(', ');
}
