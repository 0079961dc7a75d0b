import type { Report } from '../api/report.js';

/** Shows what happens while a command works. */
export interface View {
  readonly report: Report;
  /**
   * Makes room for somebody else to write, such as a question: nothing is drawn until `resume`, and what is reported
   * meanwhile is shown then. Both do nothing where lines are only ever added.
   */
  pause(): void;
  resume(): void;
  /** Leaves what was shown as a record, and the terminal as it was found. More may be reported, and is then shown as text. */
  close(): void;
}

/** The text of a file that places are in, where it is at hand; asked for only when something is to be quoted from it. */
export type Source = (file: string) => string | undefined;
