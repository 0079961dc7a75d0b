/** What the table is drawn with. */
export interface Symbols {
  readonly done: string;
  readonly undone: string;
  readonly failed: string;
  readonly waiting: string;
  /** For what goes on while nobody watches any more. */
  readonly going: string;
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
  going: '…',
  turning: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
  full: '█',
  empty: '░',
};

export const ascii: Symbols = {
  done: '+',
  undone: '<',
  failed: 'x',
  waiting: '.',
  going: '~',
  turning: ['|', '/', '-', '\\'],
  full: '#',
  empty: '-',
};

/**
 * Whether a terminal shows more than ASCII, as far as the environment tells: not on the console of Linux, and not where
 * the locale says another encoding (POSIX, "Environment Variables": LC_ALL before LC_CTYPE before LANG).
 */
export function showsUnicode(environment: NodeJS.ProcessEnv): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM } = environment;
  const locale = LC_ALL || LC_CTYPE || LANG || 'UTF-8';
  return TERM !== 'linux' && /utf-?8/i.test(locale);
}

/** The picture of what turns, for the turn that it is. */
export function turning({ turning }: Symbols, turn: number): string {
  return turning[turn % turning.length] ?? '';
}
