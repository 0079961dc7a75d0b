import { Refused } from '../../../compiler/commands/outcome.js';
import { diff } from '../../../compiler/diff/diff.js';
import { Specifications } from '../../../compiler/specification/read.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import { byCodeUnits } from '../../../compiler/text/codeUnits.js';
import type { Report } from '../../api/report.js';
import type { Session } from '../../api/session.js';
import { deployedOf } from '../../changes/deployed.js';
import type { GivenParameters } from '../../inputs/given.js';
import type { Target } from '../../inputs/target.js';
import { given } from '../../queries/document.js';
import { inventoryOf } from '../../queries/inventory.js';
import type { Throwaway } from './account.js';
import type { Beginning } from './beginning.js';
import { endingOf, eventsOf, type Known, statesOf, type Trace } from './ending.js';
import { type Failure, failingDeletions, failingTwice, failuresIn } from './failures.js';
import { deployFirst, type Prepared, prepare } from './prepare.js';
import type { Ending, Rehearsal, Rehearsed, Summary } from './rehearsal.js';

/** What is rehearsed. */
export interface Play {
  readonly target: Target;
  readonly from: Beginning | undefined;
  readonly given: GivenParameters;
  readonly deep: boolean;
  /** How the stack is named in a command. */
  readonly subject: string;
  readonly where: (id: string) => string | undefined;
  readonly report: Report;
}

/** Rehearses a deployment with every failure. @throws Misuse, Refused, Declined, Fault */
export async function rehearsed(account: Throwaway, play: Play): Promise<Rehearsal> {
  const { session } = account;
  const { target, from, deep } = play;
  if (from?.template !== undefined) await deployFirst(session, target.stack, { ...from, template: from.template });
  const deployed = await deployedOf(session, target.stack);
  const prepared = await prepare(session, target, play.given, play.subject);
  const head = { version: 1 as const, stack: target.stack, region: session.region, deep };
  if (prepared === undefined) return { ...head, action: 'none', failures: [], summary: summaryOf([]) };
  const { stackId, action } = prepared;
  const before = await inventoryOf(session, stackId, NOWHERE);
  const known: Known = {
    stackId,
    subject: play.subject,
    before: new Map(before.map(({ id, physicalId = '' }) => [id, physicalId])),
    holdsData: holding(deployed?.template ?? { Resources: {} }, target.template),
  };
  account.keep('prepared');
  const { well, failures } = await played(account, play, prepared, known);
  const rows = failures.sort(
    (a, b) => order(a) - order(b) || byCodeUnits(a.id, b.id) || byCodeUnits(a.action, b.action),
  );
  return { ...head, action, well, failures: rows, summary: summaryOf(rows) };
}

const NOWHERE = { where: () => undefined, property: () => undefined };

/** The ids of what is deleted or replaced with its data. */
function holding(before: JsonMap, after: JsonMap): ReadonlySet<string> {
  const side = (template: JsonMap) => ({ template, parameters: new Map(), places: new Map() });
  const { resources } = diff(side(before), side(after), new Specifications());
  return new Set(resources.flatMap(({ id, data }) => (data === 'deleted' ? [id] : [])));
}

/** So many failures take long enough to be told of. */
const MANY = 100;

/** How it goes without a failure, and with each. */
async function played(account: Throwaway, play: Play, prepared: Prepared, known: Known) {
  const { session } = account;
  account.back('prepared', []);
  await execute(session, prepared);
  const events = await eventsOf(session, known);
  const well = await endingOf(session, known, events, 'deploy');
  if (well.ends !== 'done') throw hopeless(play.target.stack, events);
  const resources = await inventoryOf(session, known.stackId, NOWHERE);
  if (play.deep) await session.cloud.call('UpdateTerminationProtection', unprotected(known.stackId));
  account.keep('deployed');
  const once = failuresIn(prepared.changes);
  const twice = play.deep ? failingTwice(once, lastOf(once, events)) : [];
  const own = resources.filter(({ id }) => !id.includes('/'));
  const deletions = play.deep && well.ends === 'done' ? failingDeletions(own) : [];
  const failures: Rehearsed[] = [];
  const all = [...once, ...twice, ...deletions];
  if (all.length > MANY) play.report({ kind: 'step', text: `rehearsing ${all.length} failures` });
  for (const failure of all) {
    const ending = await endingWith(account, prepared, known, failure);
    const { points: _, ...said } = failure;
    if (ending !== undefined) failures.push(given({ ...said, ...ending, where: play.where(failure.id) }));
  }
  return { well, failures };
}

/** It fails by itself, so that there is nothing to rehearse. */
function hopeless(stack: string, events: readonly Trace[]): Refused {
  const { id = stack, reason = 'CloudFormation does not say why' } =
    events.find(({ status }) => /_FAILED$/.test(status)) ?? {};
  return new Refused(`Without any failure of ours, "${stack}" fails at "${id}": ${reason.replace(/[.\s]*$/, '.')}`);
}

function unprotected(StackName: string) {
  return { StackName, EnableTerminationProtection: false };
}

/** What is begun last of what can fail while it is made or changed. */
function lastOf(failures: readonly Failure[], events: readonly Trace[]): Failure | undefined {
  const making = new Map(failures.filter(({ action }) => action !== 'delete').map((one) => [one.id, one]));
  const last = events.findLast(({ id, status }) => making.has(id) && /^(?:CREATE|UPDATE)_IN_PROGRESS$/.test(status));
  return last && making.get(last.id);
}

/** How it ends with a failure; undefined where that never comes to it. */
async function endingWith(account: Throwaway, prepared: Prepared, known: Known, failure: Failure) {
  const { session } = account;
  const { during, points } = failure;
  account.back(during === 'deploy' ? 'prepared' : 'deployed', points);
  if (during === 'deploy') await execute(session, prepared);
  else await session.cloud.call('DeleteStack', { StackName: known.stackId });
  const tracesOf = during === 'deploy' && prepared.action === 'update' ? eventsOf : statesOf;
  const traces = await tracesOf(session, known);
  const ending = await endingOf(session, known, traces, during);
  return hasCome(failure, ending, traces) ? ending : undefined;
}

/** Whether it came to a failure: what is kept is not deleted, and what stays as it is is not updated. */
function hasCome({ id, action, rollback }: Failure, { ends }: Ending, traces: readonly Trace[]): boolean {
  if (ends === 'person') return true;
  if (rollback || action === 'delete') return traces.some((one) => one.id === id && one.status === 'DELETE_FAILED');
  return ends === 'as-before';
}

async function execute({ cloud }: Session, { stackId, changeSet }: Prepared): Promise<void> {
  await cloud.call('ExecuteChangeSet', { ChangeSetName: changeSet, StackName: stackId });
}

const ORDER = { person: 0, 'as-before': 2, done: 1 } as const;

/** The worst first. */
function order({ ends, lost, left }: Ending): number {
  return ORDER[ends] * 4 + (lost.length > 0 ? 0 : left.length > 0 ? 1 : 2);
}

function summaryOf(rows: readonly Rehearsed[]): Summary {
  const count = (is: (row: Rehearsed) => boolean) => rows.filter(is).length;
  return {
    failures: rows.length,
    asBefore: count(({ ends, lost, left }) => ends === 'as-before' && lost.length + left.length === 0),
    done: count(({ ends }) => ends === 'done'),
    person: count(({ ends }) => ends === 'person'),
    lost: count(({ lost }) => lost.length > 0),
    left: count(({ left }) => left.length > 0),
  };
}
