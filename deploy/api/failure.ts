import { printable } from '../../compiler/diagnostics/render/printable.js';
import { Declined } from './declined.js';
import { Fault } from './fault.js';

/** Why a command that asks CloudFormation could not be done, and what to tell the person who asked. */
export interface DeployFailure {
  readonly kind: 'machine' | 'refused';
  readonly text: string;
}

/** What an exception means that only such commands throw; undefined for every other one. */
export function deployFailure(thrown: unknown): DeployFailure | undefined {
  if (thrown instanceof Declined) return { kind: 'refused', text: said(thrown.message, thrown.next) };
  if (thrown instanceof Fault) return { kind: 'machine', text: said(thrown.message, thrown.hint?.split('\n') ?? []) };
  return undefined;
}

function said(message: string, next: readonly string[]): string {
  return [message, ...next.map((line) => `  ${line}`)].map(printable).join('\n');
}
