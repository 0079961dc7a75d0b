import { error, warning } from './entry.js';

/** What CloudFormation can have against a change set. What it says comes with its own period, or gets one. */
export const deploying = {
  'change-set-failed': error((a: { reason: string }) => `CloudFormation made no change set: ${sentence(a.reason)}`),
  'validation-failed': error(
    (a: { id: string; reason: string }) => `CloudFormation refuses "${a.id}": ${sentence(a.reason)}`,
  ),
  'validation-warned': warning(
    (a: { id: string; reason: string }) => `CloudFormation warns of "${a.id}": ${sentence(a.reason)}`,
  ),
  'hook-failed': error(
    (a: { hook: string; reason: string }) => `The hook ${a.hook} refuses this: ${sentence(a.reason)}`,
  ),
  'hook-warned': warning(
    (a: { hook: string; reason: string }) => `The hook ${a.hook} warns of this: ${sentence(a.reason)}`,
  ),
};

function sentence(reason: string): string {
  const text = reason.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
