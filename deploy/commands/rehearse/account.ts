import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Session } from '../../api/session.js';
import type { FailurePoint } from '../../local/options.js';

/** A local account that is thrown away afterwards. States of it can be kept, and come back to. */
export interface Throwaway {
  /** What works in it. Nothing takes time. */
  readonly session: Session;
  /** Keeps the state that it is in, under a name. */
  keep(name: string): void;
  /** Brings back a state, and says what fails from now on. */
  back(name: string, fail: readonly FailurePoint[]): void;
}

export interface ThrowawayOptions {
  readonly region: string;
  readonly clock: Pick<Clock, 'now'>;
  /** The folder of an account that it begins as a copy of. */
  readonly like: string | undefined;
}

/** Does something in a local account that is gone afterwards. */
export async function withThrowaway<T>(
  { region, clock, like }: ThrowawayOptions,
  use: (account: Throwaway) => Promise<T>,
): Promise<T> {
  const { openLocal } = await import('../../local/open.js');
  const root = mkdtempSync(join(tmpdir(), 'jiml-rehearse-'));
  const now = join(root, 'now');
  // Read again whenever something is begun.
  const fail: FailurePoint[] = [];
  const still: Clock = { now: () => clock.now(), sleep: async () => {} };
  try {
    if (like !== undefined && existsSync(like)) cpSync(like, now, { recursive: true });
    const opened = openLocal({ folder: now, region, fast: true, fail, clock: still });
    const agreeing = { confirm: async () => true, ask: async () => '' };
    const session: Session = {
      ...opened,
      ...{ region, local: true, clock: still, person: agreeing, report: () => {}, onInterrupt: () => () => {} },
    };
    const keep = (name: string) => cpSync(now, join(root, `kept-${name}`), { recursive: true });
    const back = (name: string, points: readonly FailurePoint[]) => {
      cpSync(join(root, `kept-${name}`), now, { recursive: true });
      fail.splice(0, fail.length, ...points);
    };
    return await use({ session, keep, back });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
