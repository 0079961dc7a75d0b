import type { Diagnostic } from '../diagnostic.js';

/** Diagnostics as data, in the form that schemas/output/diagnostics.schema.json describes. */
export function json(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ version: 1, diagnostics }, undefined, 2)}\n`;
}
