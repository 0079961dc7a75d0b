import { catalogue } from './catalogue.js';
import type { Report } from './diagnostic.js';
import type { Ignore } from './silence.js';

/** Reports what silences nothing: the finding is gone, or the code was never right. */
export function reportUnused(ignores: readonly Ignore[], report: Report): void {
  for (const { code, place } of ignores) report('unused-ignore', place, { code }, { hint: hintFor(code) });
}

function hintFor(code: string): string {
  if (!Object.hasOwn(catalogue, code)) return 'There is no such code. A finding shows its own in brackets.';
  const { severity } = catalogue[code as keyof typeof catalogue];
  return severity === 'error' ? 'Errors cannot be ignored.' : 'Take it away.';
}
