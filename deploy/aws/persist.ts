import { Fault } from '../api/fault.js';
import type { Clock } from '../api/session.js';

/** What a failure means for asking again. */
export interface Understood {
  readonly fault: Fault;
  /** `now`: what was wrong is corrected (the SDK has taken over AWS's clock). */
  readonly again: 'throttled' | 'transient' | 'now' | 'never';
  /** Whether the request may have taken effect. */
  readonly unsure: boolean;
  /** Milliseconds that the service wants to be left alone. */
  readonly after?: number;
}

/** Tells what went wrong. Gives what is no failure of a request (AbortError, a bug of ours) back by throwing it. */
export type Understand = (error: unknown) => Promise<Understood>;

interface Rules {
  readonly understand: Understand;
  /** How often it is asked at most, as the SDK's configuration has it (`AWS_MAX_ATTEMPTS`). */
  readonly attempts: number;
  /** Whether it may be done twice. */
  readonly repeatable: boolean;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** What the SDK says where nobody has configured how often to ask. */
const UNSAID = 3;

/** Attempts, and milliseconds before the second; doubled each time. */
const PATIENCE = {
  throttled: { attempts: 10, first: 500 },
  transient: { attempts: 5, first: 200 },
  now: { attempts: 2, first: 0 },
  never: { attempts: 1, first: 0 },
} as const;

const LONGEST_WAIT = 20_000;

/**
 * Makes a request until it succeeds or there is no use in it. The SDK's own way of doing so waits on without an end
 * when it is aborted, does not know which requests may be repeated, and cannot wait on a clock that is given.
 *
 * @throws Fault; what `understand` throws; the signal's reason.
 */
export async function persist<T>(attempt: () => Promise<T>, rules: Rules): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      const understood = await rules.understand(error);
      if (!isWorthwhile(understood, failures, rules))
        throw failures > 1 ? insisted(understood.fault) : understood.fault;
      await rules.clock.sleep(pause(understood, failures), rules.signal);
      rules.signal?.throwIfAborted();
    }
  }
}

/** So that nobody asks as often again: times multiply. */
function insisted({ kind, code, message, hint }: Fault): Fault {
  return new Fault(kind, code, message, hint, true);
}

function isWorthwhile({ again, unsure }: Understood, failures: number, { attempts, repeatable }: Rules): boolean {
  if (unsure && !repeatable) return false;
  const said = attempts !== UNSAID && (again === 'throttled' || again === 'transient');
  return failures < (said ? attempts : PATIENCE[again].attempts);
}

/** Half of the time is left to chance, so that many who were turned away do not come back at once. */
function pause({ again, after }: Understood, failures: number): number {
  const whole = Math.min(PATIENCE[again].first * 2 ** (failures - 1), LONGEST_WAIT);
  return Math.max(Math.round((whole * (1 + Math.random())) / 2), Math.min(after ?? 0, LONGEST_WAIT));
}
