import type { Decision, Rescue } from './decision.js';

/** A decision to go on. */
export function go(word: string, text: string): Decision {
  return { do: 'go', word, text };
}

/** A decision that there is nothing to do, which is success. */
export function nothing(word: string, text: string): Decision {
  return { do: 'nothing', word, text };
}

/** A decision to say no. @param next Commands that lead out, the best first. */
export function refuse(word: string, text: string, ...next: readonly string[]): Decision {
  return { do: 'refuse', word, text, next };
}

/** A decision to help, where somebody agrees. */
export function rescue(rescue: Rescue, word: string, text: string): Decision {
  return { do: 'rescue', rescue, word, text };
}

/** Something goes on in the stack that ends by itself. */
export const wait: Decision = {
  do: 'wait',
  word: 'wait',
  text: 'Something goes on in the stack. It is shown until it ends, and then the table is asked again; with `--no-wait` the command is refused.',
};

/** The stack is needed and is not there. */
export const absent: Decision = {
  do: 'absent',
  word: 'no stack',
  text: 'There is no such stack, which is told as a failure of AWS is (exit code 3).',
};

/** The stack can only be deleted. */
export const onlyDelete = refuse(
  'destroy first',
  'The stack "{stack}" is in {state}, from which CloudFormation only lets it be deleted.',
  'jiml destroy {subject}',
);

/** The rollback of an update failed. */
export const continueFirst = refuse(
  'continue first',
  'The stack "{stack}" is in {state}: its rollback has to be completed first.',
  'jiml continue {subject}',
);

/** A failed operation whose traces were kept. */
export const rollBackFirst = refuse(
  'rollback first',
  'The stack "{stack}" is in {state}: what failed was kept, and has to be rolled back first.',
  'jiml rollback {subject}',
);
