import type { StackStatus } from '../../api/cloudformation.js';
import { cancel } from './cancel.js';
import { continueRow } from './continue.js';
import type { Decision, Row, Verb } from './decision.js';
import { deploy } from './deploy.js';
import { destroy } from './destroy.js';
import { drift } from './drift.js';
import { execute } from './execute.js';
import { importRow } from './import.js';
import { plan } from './plan.js';
import { protect } from './protect.js';
import { rollback } from './rollback.js';

/**
 * What each verb does in each state of the stack; docs/deploying.md shows it. A state or verb that is missing is a
 * mistake when this is compiled.
 */
export const states: Readonly<Record<Verb, Row>> = {
  deploy,
  plan,
  execute,
  import: importRow,
  destroy,
  rollback,
  continue: continueRow,
  cancel,
  protect,
  drift,
};

/** What is done in a state that AWS has added since. */
const unknown: Decision = {
  do: 'refuse',
  word: 'unknown',
  text: 'The stack "{stack}" is in {state}, which this version of jiml does not know.',
  next: ['jiml events {subject}'],
};

/** What a verb does in a state of the stack; undefined where there is no stack. */
export function decisionOf(verb: Verb, status: StackStatus | undefined): Decision {
  const row = states[verb];
  if (status === undefined) return row.ABSENT;
  return Object.hasOwn(row, status) ? row[status] : unknown;
}
