import { printable } from '../diagnostics/render/printable.js';
import { Misuse, Refused } from './outcome.js';

/** Why a command could not be done: it was asked wrongly, the system refused a file, or jiml itself is wrong. */
export interface Failure {
  readonly kind: 'misuse' | 'machine' | 'bug';
  /** What to tell the person who asked. */
  readonly text: string;
}

/** What an exception that ended a command means. */
export function failure(thrown: unknown): Failure {
  const error: NodeJS.ErrnoException = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof Misuse) return { kind: 'misuse', text: lines(error) };
  if (error.code === 'EEXIST' && error.syscall === 'open')
    return { kind: 'misuse', text: printable(`"${error.path}" exists already.`) };
  if (error instanceof Refused) return { kind: 'machine', text: printable(error.message) };
  if (error.syscall !== undefined) return { kind: 'machine', text: printable(refusal(error)) };
  return {
    kind: 'bug',
    text: `This is a bug in jiml, not in what you gave it: ${printable(error.message)}
Please report it, with what you gave it; JIML_DEBUG=1 shows where it happened.`,
  };
}

function lines({ message, details }: Misuse): string {
  return [message, ...details.map((detail) => `  ${detail}`)].map(printable).join('\n');
}

/** What the system says about a file, as a sentence. */
function refusal({ message, syscall, path }: NodeJS.ErrnoException): string {
  const reason = /^[A-Z0-9]+: (.*?), /.exec(message)?.[1];
  return reason === undefined || path === undefined ? `${message}.` : `Cannot ${syscall} "${path}": ${reason}.`;
}
