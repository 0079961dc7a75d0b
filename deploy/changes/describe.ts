import type { Change, DescribeChangeSetOutput } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';
import type { WholeChangeSet } from './whole.js';

type Asker = Pick<Session, 'cloud'>;

/** Stacks do not nest deeper than that in practice; what does is a mistake of an endpoint's. */
const DEPTH = 20;

/** What AWS says in `StatusReason` where it left changes out for their values. */
const INCOMPLETE = /\[WARN\][\s\S]*incomplete ChangeSet data/i;

/**
 * A change set as far as it has come: all pages, with the values of properties, and the change sets of nested stacks.
 *
 * @param stack The stack's name or id; not needed where `changeSet` is an ARN.
 * @throws Fault as CloudFormation's calls do.
 */
export async function describeChangeSet(
  asker: Asker,
  stack: string | undefined,
  changeSet: string,
  signal?: AbortSignal,
): Promise<WholeChangeSet> {
  return describe(asker, { stack, changeSet, signal, seen: new Set(), depth: 0 });
}

interface Wanted {
  readonly stack: string | undefined;
  readonly changeSet: string;
  readonly signal: AbortSignal | undefined;
  readonly seen: Set<string>;
  readonly depth: number;
}

async function describe(asker: Asker, wanted: Wanted): Promise<WholeChangeSet> {
  wanted.seen.add(wanted.changeSet);
  const first = await pages(asker, wanted, true);
  const incomplete = INCOMPLETE.test(first.head.StatusReason ?? '');
  const changes = incomplete ? combined(first.changes, (await pages(asker, wanted, false)).changes) : first.changes;
  const nested = new Map<string, WholeChangeSet>();
  for (const { ResourceChange: change } of changes) {
    const { LogicalResourceId: id, ChangeSetId: inner } = change ?? {};
    if (id === undefined || inner === undefined || wanted.seen.has(inner) || wanted.depth >= DEPTH) continue;
    const deeper = { ...wanted, stack: undefined, changeSet: inner, depth: wanted.depth + 1 };
    nested.set(id, await describe(asker, deeper));
  }
  return { ...first.head, changes, nested };
}

/** All pages; what is said of the whole is taken from the first. */
async function pages({ cloud }: Asker, { stack, changeSet, signal }: Wanted, values: boolean) {
  const input = {
    ChangeSetName: changeSet,
    ...(stack === undefined ? {} : { StackName: stack }),
    ...(values ? { IncludePropertyValues: true } : {}),
  };
  const { Changes, NextToken, ...head } = await cloud.call('DescribeChangeSet', input, signal);
  const changes: Change[] = [...(Changes ?? [])];
  const tokens = new Set<string>();
  for (let token = NextToken; token !== undefined && !tokens.has(token); ) {
    tokens.add(token);
    const page: DescribeChangeSetOutput = await cloud.call('DescribeChangeSet', { ...input, NextToken: token }, signal);
    for (const change of page.Changes ?? []) changes.push(change);
    token = page.NextToken;
  }
  return { head, changes };
}

/** Every change, with values where they are known. */
function combined(valued: readonly Change[], plain: readonly Change[]): readonly Change[] {
  const known = new Map(valued.map((change) => [keyOf(change), change]));
  const listed = new Set(plain.map(keyOf));
  return [
    ...plain.map((change) => known.get(keyOf(change)) ?? change),
    ...valued.filter((change) => !listed.has(keyOf(change))),
  ];
}

function keyOf({ ResourceChange: change }: Change): string {
  return `${change?.Action}/${change?.LogicalResourceId}`;
}
