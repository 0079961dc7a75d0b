import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What a command came to, as data: who called it decides where things are written and with which exit code it ends. */
export interface Outcome {
  /** What was asked for, for standard output. */
  readonly output: string;
  /** What is to be written, by path; nothing is written by the command itself. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics are about, by the names that they use. */
  readonly sources: ReadonlyMap<string, string>;
  /** Whether the answer is no: a blueprint has errors, a file is not formatted. */
  readonly failed: boolean;
  /** What an exit code is to tell, beside success and failure. */
  readonly verdict?: Verdict;
  /** A file, among `files`, to show in the program that the platform has for it. */
  readonly open?: string;
}

/**
 * How things ended: of a comparison, whether there is something to change, and whether that deletes or replaces something;
 * of what was asked of CloudFormation, how that ended.
 */
export type Verdict =
  | 'none'
  | 'changes'
  | 'destructive'
  | 'done'
  | 'refused'
  | 'rolled-back'
  | 'stuck'
  | 'drifted'
  | 'interrupted'
  | 'timed-out';

export interface OutputFile {
  readonly path: string;
  readonly text: string;
  /** What is in it, where that is no text. */
  readonly bytes?: Uint8Array;
  /** Whether it must not be there before. */
  readonly fresh?: boolean;
}

/** Thrown where a command was asked for something that makes no sense; the message is for the person who asked. */
export class Misuse extends Error {
  constructor(
    message: string,
    /** What there is to say of it beside that, a line each. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Thrown where the system does not let a command do what it was asked for; the message is for the person who asked. */
export class Refused extends Error {}

/** An outcome with all that is not said left empty. */
export function outcome(said: Partial<Outcome>): Outcome {
  return { output: '', files: [], diagnostics: [], sources: new Map(), failed: false, ...said };
}
