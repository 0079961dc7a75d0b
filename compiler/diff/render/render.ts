import type { Tool } from '../../diagnostics/render/sarif.js';
import type { Comparison, Extent } from './comparison.js';

/** The forms in which differences can be said. */
export const forms = ['text', 'json', 'markdown', 'github', 'sarif', 'html'] as const;

export type Form = (typeof forms)[number];

/** What a form may need beside the comparisons. */
export interface Settings extends Extent {
  readonly colour: boolean;
  readonly tool: Tool;
}

/** Writes comparisons in a form; only the code of that form is loaded. */
export async function render(form: Form, comparisons: readonly Comparison[], settings: Settings): Promise<string> {
  switch (form) {
    case 'text':
      return (await import('./text.js')).text(comparisons, settings);
    case 'json':
      return (await import('./json.js')).json(comparisons);
    case 'markdown':
      return (await import('./markdown.js')).markdown(comparisons, settings);
    case 'github':
      return (await import('./github.js')).github(comparisons);
    case 'sarif':
      return (await import('./sarif.js')).sarif(comparisons, settings.tool);
    case 'html':
      return (await import('./html.js')).html(comparisons, settings);
  }
}
