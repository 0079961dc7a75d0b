/** What the table is drawn with. */
export interface Symbols {
  readonly done: string;
  readonly undone: string;
  readonly failed: string;
  readonly waiting: string;
  /** One after the other for what goes on. */
  readonly turning: readonly string[];
  readonly full: string;
  readonly empty: string;
}

/** All of them one cell wide. */
export const unicode: Symbols = {
  done: '✓',
  undone: '↩',
  failed: '✗',
  waiting: '·',
  turning: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
  full: '█',
  empty: '░',
};

export const ascii: Symbols = {
  done: '+',
  undone: '<',
  failed: 'x',
  waiting: '.',
  turning: ['|', '/', '-', '\\'],
  full: '#',
  empty: '-',
};
