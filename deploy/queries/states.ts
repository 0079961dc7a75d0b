import type { StackStatus } from '../api/cloudformation.js';
import { nexts } from '../flow/result/next.js';
import { endingOf } from '../flow/states/endings.js';
import data from './states.json' with { type: 'json' };

// A state that is missing there is a mistake when this is compiled.
const meanings: Readonly<Record<StackStatus, string>> = data.states;

/** What a state of a stack means, one sentence. */
export function meaningOf(status: StackStatus): string {
  // AWS may have added one since.
  return Object.hasOwn(meanings, status) ? meanings[status] : 'This version of jiml does not know this state.';
}

/**
 * What to do with a stack in a state: commands, the most useful first.
 *
 * @param named How the stack is named in a command.
 * @param failed The logical id of a resource whose last operation failed.
 */
export function nextIn(status: StackStatus, named: string, failed: string | undefined): readonly string[] {
  const lines = Object.hasOwn(nexts, status) ? nexts[status] : ['jiml events {subject}'];
  const look = ['rolled-back', 'stuck'].includes(endingOf(status)) ? ['jiml events {subject} --failed'] : [];
  return [...new Set([...look, ...lines])]
    .filter((line) => failed !== undefined || !line.includes('{failed}'))
    .map((line) => line.replaceAll('{subject}', named).replaceAll('{failed}', failed ?? ''));
}
