import type { StackStatus } from '../../api/cloudformation.js';

/** What a person can ask for that depends on the state of the stack. `execute` is `jiml deploy --plan`. */
export type Verb =
  | 'deploy'
  | 'plan'
  | 'execute'
  | 'import'
  | 'destroy'
  | 'rollback'
  | 'continue'
  | 'cancel'
  | 'protect'
  | 'drift';

/** The state of a stack, or that there is none. */
export type Condition = StackStatus | 'ABSENT';

/** A stack that can be helped, once somebody agrees where something is deleted or changed. */
export type Rescue =
  /** Nothing was created yet. What jiml began itself is taken up; what somebody else began is left alone. */
  | 'review'
  /** Its creation was rolled back. It is deleted and made anew where nothing is left in it. */
  | 'empty'
  /** What failed was kept. It can be updated only where failing again keeps it again (`--on-failure keep`). */
  | 'kept'
  /** The rollback of an update failed. It is continued, and then things go on. */
  | 'unfinished';

/**
 * What is done. `word` stands in the table of docs/deploying.md and `text` explains it there; where something is
 * refused, `text` is also what the person is told, with `{stack}` and `{state}` filled in, and `next` are the ways out,
 * in which `{subject}` is how the command named the stack.
 */
export type Decision = { readonly word: string; readonly text: string } & (
  | { readonly do: 'go' }
  | { readonly do: 'wait' }
  | { readonly do: 'nothing' }
  /** There must be a stack, and there is none. */
  | { readonly do: 'absent' }
  | { readonly do: 'rescue'; readonly rescue: Rescue }
  | { readonly do: 'refuse'; readonly next: readonly string[] }
);

/** What one verb does in each state. */
export type Row = Readonly<Record<Condition, Decision>>;
