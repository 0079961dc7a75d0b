import type { Outcome } from '../compiler/commands/outcome.js';

/**
 * Does the work of a command that tells what happens as JSON; what ends it without an `end` is told as an `error`
 * (schemas/output/event.schema.json), so that a reader of standard output always learns how it ended.
 *
 * @throws What the work throws.
 */
export async function toldToItsEnd(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    const outcome = await work();
    if (outcome.failed && outcome.verdict === undefined) await write({ code: 'errors', ...errorsIn(outcome) });
    return outcome;
  } catch (error) {
    await write(await reasonOf(error));
    throw error;
  }
}

/** Why a command did not come to an end: the word for its exit code, and what there is to say of it. */
interface Reason {
  readonly code: 'errors' | 'misuse' | 'machine' | 'refused' | 'bug';
  readonly text: string;
  readonly next: readonly string[];
}

function errorsIn({ diagnostics }: Outcome): Omit<Reason, 'code'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const found =
    errors === 0 ? 'Problems were found' : errors === 1 ? 'There is an error' : `There are ${errors} errors`;
  return { text: `${found}: nothing was executed.`, next: [] };
}

async function reasonOf(error: unknown): Promise<Reason> {
  const { deployFailure } = await import('../deploy/api/failure.js');
  const { kind, text } = deployFailure(error) ?? (await import('../compiler/commands/failure.js')).failure(error);
  const [first = '', ...more] = text.split('\n');
  return { code: kind, text: first, next: more.map((line) => line.trim()) };
}

async function write(reason: Reason): Promise<void> {
  const [{ clock }, { instant }] = await Promise.all([import('./session.js'), import('../deploy/progress/time.js')]);
  process.stdout.write(`${JSON.stringify({ kind: 'error', at: instant(clock.now()), ...reason })}\n`);
}
