import type { Diagnostic } from '../diagnostic.js';
import type { Tool } from './sarif.js';
import type { Drawing } from './text.js';

/** The forms in which a command can report problems. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof formats)[number];

/** Writes diagnostics in a form; only the code of that form is loaded. */
export async function render(
  format: Format,
  diagnostics: readonly Diagnostic[],
  settings: Drawing & { readonly tool: Tool },
): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('./text.js')).text(diagnostics, settings);
    case 'json':
      return (await import('./json.js')).json(diagnostics);
    case 'sarif':
      return (await import('./sarif.js')).sarif(diagnostics, settings.tool);
    case 'github':
      return (await import('./github.js')).github(diagnostics);
  }
}
