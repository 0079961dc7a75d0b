import { printable } from '../../compiler/diagnostics/render/printable.js';
import type { Result, Verdict } from '../api/report.js';
import { brush, type Tone } from './brush.js';
import { failureText } from './failureText.js';
import { cellsIn } from './fit.js';
import type { Source } from './view.js';

const tones: Readonly<Record<Verdict, Tone>> = {
  done: 'success',
  none: 'success',
  refused: 'alarm',
  'rolled-back': 'alarm',
  stuck: 'alarm',
  drifted: 'caution',
  interrupted: 'caution',
  'timed-out': 'caution',
};

/**
 * How a command ended: why it failed, the sentence, the outputs, and what to do next. What somebody looks for at the
 * end of a log stands at its end.
 *
 * @param stamp What to put before the sentence.
 */
export function endingText(
  result: Result,
  { colour, source, stamp = '' }: { colour: boolean; source: Source; stamp?: string },
): string {
  const { verdict, text, failure, outputs, next } = result;
  const paint = brush(colour);
  const parts = [
    failure === undefined ? '' : failureText(failure, colour, source),
    `${stamp}${paint(tones[verdict], printable(text))}`,
    section('Outputs', table(outputs), colour),
    section(
      'Next',
      next.map((line) => `  ${printable(line)}`),
      colour,
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], colour: boolean): string {
  return lines.length === 0 ? '' : [brush(colour)('strong', `${title}:`), ...lines].join('\n');
}

/** Names in a column of their own; a name that is longer than most does not push the others away. */
function table(outputs: Result['outputs']): readonly string[] {
  const rows = Object.entries(outputs).map(([name, { value, description }]) => ({
    name: printable(name),
    value: printable(value),
    more: description === undefined ? '' : printable(description),
  }));
  const names = Math.min(32, Math.max(0, ...rows.map(({ name }) => cellsIn(name))));
  const values = Math.min(
    48,
    Math.max(0, ...rows.filter(({ more }) => more !== '').map(({ value }) => cellsIn(value))),
  );
  return rows.map(
    ({ name, value, more }) => `  ${pad(name, names)}  ${more === '' ? value : `${pad(value, values)}  ${more}`}`,
  );
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellsIn(text)));
}
