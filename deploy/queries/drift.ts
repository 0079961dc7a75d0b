import { byCodeUnits } from '../../compiler/text/codeUnits.js';
import type { Session } from '../api/session.js';
import { everyPage } from '../flow/pages.js';
import { timeOf } from './age.js';
import { given } from './document.js';
import { type Drifted, driftedIn, type Found } from './drifted.js';
import { counted } from './named.js';
import type { Places } from './places.js';

/** How a stack differs from its template, as `jiml drift --format json` prints it (schemas/output/drift.schema.json). */
export interface Drift {
  readonly version: 1;
  readonly stack: string;
  readonly region: string;
  readonly status: 'DRIFTED' | 'IN_SYNC' | 'NOT_CHECKED' | 'UNKNOWN';
  /** When it was last looked at. */
  readonly checked?: string;
  readonly resources: readonly Drifted[];
  /** How many differences mean the same and are left out. */
  readonly phantoms: number;
  /** How many resources are how, by CloudFormation's words. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why some of it could not be looked at. */
  readonly incomplete: readonly string[];
  readonly next: readonly string[];
}

/** A stack, or one within it. */
export interface Part {
  readonly stackId: string;
  /** The logical ids that lead to it from the outermost one. */
  readonly above: readonly string[];
}

/** What the last detection found in a stack and those within it. @throws Fault */
export async function driftOf(
  session: Pick<Session, 'cloud' | 'clock' | 'region'>,
  stack: string,
  parts: readonly Part[],
  places: Places,
): Promise<Omit<Drift, 'incomplete' | 'next'>> {
  const found: Found[] = [];
  const states: string[] = [];
  let last: Date | undefined;
  for (const { stackId, above } of parts) {
    const drifts = await everyPage(
      session,
      'DescribeStackResourceDrifts',
      { StackName: stackId },
      (page) => page.StackResourceDrifts,
    );
    found.push(driftedIn(drifts, above, places));
    for (const { StackResourceDriftStatus = 'UNKNOWN', Timestamp } of drifts) {
      states.push(StackResourceDriftStatus);
      if (Timestamp !== undefined && (last === undefined || Timestamp > last)) last = Timestamp;
    }
  }
  const resources = found.flatMap((one) => one.resources).sort((a, b) => byCodeUnits(a.id, b.id));
  const phantoms = found.reduce((sum, one) => sum + one.phantoms, 0);
  const checked = states.some((state) => state !== 'NOT_CHECKED');
  const status: Drift['status'] = resources.length > 0 ? 'DRIFTED' : checked ? 'IN_SYNC' : 'NOT_CHECKED';
  return given({
    version: 1 as const,
    stack,
    region: session.region,
    status,
    checked: timeOf(last),
    resources,
    phantoms,
    counts: counted(states),
  });
}
