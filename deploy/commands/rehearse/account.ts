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
  const [{ openLocal }, { Memory }] = await Promise.all([
    import('../../local/open.js'),
    import('../../local/store/memory.js'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'jiml-rehearse-'));
  const known = like !== undefined && existsSync(like) ? like : undefined;
  // Read again whenever something is begun.
  const fail: FailurePoint[] = [];
  const still: Clock = { now: () => clock.now(), sleep: async () => {} };
  try {
    if (known !== undefined) copyObjects(known, folder);
    const memory = await Memory.like(known);
    const opened = openLocal({ folder, region, fast: true, fail, clock: still }, memory);
    const agreeing = { confirm: async () => true, ask: async () => '' };
    const session: Session = {
      ...opened,
      ...{ region, local: true, clock: still, person: agreeing, report: () => {}, onInterrupt: () => () => {} },
    };
    const back = (name: string, points: readonly FailurePoint[]) => {
      memory.back(name);
      fail.splice(0, fail.length, ...points);
    };
    return await use({ session, keep: (name) => memory.keep(name), back });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is in the account's buckets: templates of nested stacks. */
function copyObjects(from: string, to: string): void {
  const objects = join(from, 'objects');
  if (existsSync(objects)) cpSync(objects, join(to, 'objects'), { recursive: true });
}
