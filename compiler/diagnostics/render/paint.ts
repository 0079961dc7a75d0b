import type { Severity } from '../severity.js';

/** How parts of a text are emphasised. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const codes: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', note: '1;36' };

/** ANSI colours, or none. */
export function paint(colour: boolean): Paint {
  const with_ = (code: string) => (text: string) => (colour && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text);
  return { strong: with_('1'), faint: with_('34'), severity: (severity, text) => with_(codes[severity])(text) };
}
