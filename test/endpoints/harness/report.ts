import type { Simulator } from './simulators.js';

/** What came of one simulator: it was not to be had, or its scenarios ran, well or not. */
export interface Outcome {
  readonly simulator: Simulator;
  readonly verdict: 'skipped' | 'passed' | 'failed';
  /** Why it was skipped; what was printed; what went wrong. */
  readonly text: string;
  /** The simulator's log, where it is worth reading. */
  readonly log?: string;
}

/** What is printed of a simulator. */
export function textOf(outcome: Outcome): string {
  const { simulator, verdict, text, log } = outcome;
  if (verdict === 'skipped') return `${simulator.title}: skipped: ${text}`;
  return [`== ${simulator.title}`, text.trimEnd(), ...(log === undefined ? [] : [`Its log: ${log}`])].join('\n');
}

/** What cannot be had is no failure. */
export function exitCodeOf(outcomes: readonly Outcome[]): number {
  return outcomes.some((outcome) => outcome.verdict === 'failed') ? 1 : 0;
}
