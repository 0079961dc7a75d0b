import type { Diagnostic } from '../diagnostic.js';
import type { Severity } from '../severity.js';

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** `2 errors, 1 warning in shop.yaml`; nothing where there is nothing to count. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.file));
  const [only] = files;
  if (only === undefined) return '';
  const counts = severities.map((severity) => count(diagnostics, severity)).filter((text) => text !== '');
  return `${counts.join(', ')} in ${files.size === 1 ? only : `${files.size} files`}`;
}

function count(diagnostics: readonly Diagnostic[], severity: Severity): string {
  const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
}
