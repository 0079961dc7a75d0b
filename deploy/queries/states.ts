import type { StackStatus } from '../api/cloudformation.js';
import data from './states.json' with { type: 'json' };

/** What a state of a stack means for who looks at it. */
export interface Meaning {
  /** One sentence. */
  readonly meaning: string;
  /** Commands, the most useful first. */
  readonly next: readonly string[];
}

// A state that is missing there is a mistake when this is compiled.
const states: Readonly<Record<StackStatus, Meaning>> = data.states;

/** @param named How the stack is named in a command. */
export function meaningOf(status: StackStatus, named: string): Meaning {
  // AWS may have added one since.
  if (!Object.hasOwn(states, status))
    return { meaning: 'This version of jiml does not know this state.', next: [`jiml events ${named}`] };
  const { meaning, next } = states[status];
  return { meaning, next: next.map((command) => command.replaceAll('{blueprint}', named)) };
}
