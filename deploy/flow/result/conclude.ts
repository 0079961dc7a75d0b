import { type Outcome, outcome } from '../../../compiler/commands/outcome.js';
import type { Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import { Declined } from '../../api/declined.js';
import type { Result } from '../../api/report.js';
import type { Session } from '../../api/session.js';
import { nameOf } from '../stack.js';
import { Stopped } from '../stopped.js';

/** How a command ended, or diagnostics that say why it could not be done. */
export type Concluded = Result | Pick<Outcome, 'diagnostics' | 'sources' | 'failed'>;

/**
 * Does what a command is for and tells how it ended, as the last event and as an outcome.
 *
 * @throws What is no answer to the command: Misuse, Fault, and mistakes of ours.
 */
export async function conclude(
  { report }: Pick<Session, 'report'>,
  stack: string,
  work: () => Promise<Concluded>,
): Promise<Outcome> {
  const concluded = await work().catch((error: unknown) => refused(nameOf(stack), error));
  if (!('verdict' in concluded)) return outcome(concluded);
  report({ kind: 'end', result: concluded });
  return outcome({ verdict: concluded.verdict });
}

function refused(stack: string, error: unknown): Result {
  if (error instanceof Declined)
    return { stack, verdict: 'refused', text: error.message, next: error.next, outputs: {} };
  if (!(error instanceof Stopped)) throw error;
  const { how, state, next, status, stackId } = error;
  return {
    stack,
    ...(stackId === undefined ? {} : { stackId }),
    ...(status === undefined ? {} : { status }),
    verdict: how,
    text: state,
    next,
    outputs: {},
  };
}

/** The end of a command whose blueprint CloudFormation does not take. */
export function failedBlueprint({ sorted, sources }: Diagnostics): Concluded {
  return { diagnostics: sorted, sources, failed: true };
}
