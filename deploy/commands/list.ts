import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { everyPage } from '../flow/pages.js';
import { answer, type Form } from '../queries/document.js';
import { type Folded, folded, fromStack, fromSummary } from '../queries/stacks.js';
import { stacksText } from '../queries/stacksText.js';

export interface ListOptions {
  readonly form: Form;
  /** Whether stacks that were deleted are listed, too; CloudFormation remembers them for 90 days. */
  readonly all: boolean;
}

/** The stacks of a region, as `jiml list --format json` prints them (schemas/output/list.schema.json). */
export interface List {
  readonly version: 1;
  readonly region: string;
  readonly stacks: readonly Folded[];
}

/** `jiml list`: the stacks of a region, nested ones counted where they belong. @throws Fault */
export async function list({ form, all }: ListOptions, session: Session): Promise<Outcome> {
  const { region, clock } = session;
  const living = await everyPage(session, 'DescribeStacks', {}, ({ Stacks }) => Stacks);
  const deleted = all
    ? await everyPage(session, 'ListStacks', { StackStatusFilter: ['DELETE_COMPLETE'] }, (page) => page.StackSummaries)
    : [];
  const gone = deleted.filter(({ StackStatus }) => StackStatus === 'DELETE_COMPLETE');
  const there = living.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE');
  const stacks = folded([...there.map(fromStack), ...gone.map(fromSummary)]);
  const data: List = { version: 1, region, stacks };
  return answer(form, data, (found) => stacksText(found, clock.now()));
}
