import { printable } from '../../compiler/diagnostics/render/printable.js';
import { finding } from '../../compiler/diagnostics/render/text.js';
import type { DeployEvent } from '../api/report.js';
import { brush } from './brush.js';
import { endingText } from './ending.js';
import { reviewText } from './review.js';
import type { Source } from './view.js';

/** What an event is as text that stays, with a line end; nothing for what a table shows, or only while it lasts. */
export function saidText(event: DeployEvent, colour: boolean, source: Source): string {
  switch (event.kind) {
    case 'note':
      return `${brush(colour)('busy', 'note:')} ${printable(event.text)}\n`;
    case 'warning':
      return `${brush(colour)('caution', 'warning:')} ${printable(event.text)}\n`;
    case 'review':
      return `${reviewText(event.review, colour)}\n`;
    case 'diagnostic':
      return `${finding(event.diagnostic, { sources: sourcesOf(event.diagnostic.file, source), colour })}\n\n`;
    case 'end':
      return endingText(event.result, { colour, source });
    case 'step':
    case 'watch':
    case 'resource':
    case 'stack':
      return '';
  }
}

function sourcesOf(file: string, source: Source): ReadonlyMap<string, string> {
  const text = source(file);
  return new Map(text === undefined ? [] : [[file, text]]);
}
