import type { Span } from '../../source/place.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Severity } from '../severity.js';
import { excerpt } from './excerpt.js';
import { type Paint, paint } from './paint.js';
import { printable } from './printable.js';
import { summary } from './summary.js';

/** How a text is drawn. */
export interface Drawing {
  /** The texts that the diagnostics are about, by file; a file that is not there is shown without its line. */
  readonly sources: ReadonlyMap<string, string>;
  readonly colour: boolean;
}

/**
 * Draws diagnostics for a person: each with its line and carets, and a summary at the end. Takes nothing but what
 * their JSON form says, and the source texts; what a file or a message says can not reach the terminal as a command.
 */
export function text(diagnostics: readonly Diagnostic[], { sources, colour }: Drawing): string {
  const brush = paint(colour);
  const blocks = diagnostics.map((diagnostic) => finding(diagnostic, { sources, colour }));
  const counts = printable(summary(diagnostics));
  return counts === '' ? '' : `${[...blocks, brush.strong(counts)].join('\n\n')}\n`;
}

/** What is drawn of a diagnostic; what is no diagnostic (a resource that failed) can be drawn as one is, without a code. */
export type Finding = Pick<Diagnostic, 'severity' | 'message' | 'file' | 'span' | 'related' | 'hint'> &
  Partial<Pick<Diagnostic, 'code'>>;

/** Draws one finding with its line and carets, without a line end. */
export function finding(found: Finding, { sources, colour }: Drawing): string {
  return block(found, sources, paint(colour)).join('\n');
}

function block(found: Finding, sources: ReadonlyMap<string, string>, brush: Paint): string[] {
  const { code, severity, message, file, span, related, hint } = found;
  const lines = [span, ...related.map((other) => other.span)].map(({ start }) => start.line);
  const gutter = new Gutter(String(Math.max(...lines)).length, brush);
  const shown = (at: Span, name: string, as: Severity) => quote(sources.get(name), at, gutter, as, brush);
  const title = `${brush.strong(`${position(file, span)}:`)} ${brush.severity(severity, `${severity}:`)}`;
  return [
    `${title} ${brush.strong(printable(message))}${code === undefined ? '' : ` ${brush.faint(`[${code}]`)}`}`,
    ...spaced(shown(span, file, severity), gutter),
    ...related.flatMap((other) => [
      gutter.note(`see ${position(other.file, other.span)}: ${printable(other.message)}`),
      ...shown(other.span, other.file, 'note'),
    ]),
    ...(hint === undefined ? [] : hint.split('\n').map((line, i) => gutter.note(printable(line), i > 0))),
  ];
}

function position(file: string, { start }: Span): string {
  return `${printable(file)}:${start.line}:${start.column}`;
}

function spaced(quoted: readonly string[], gutter: Gutter): readonly string[] {
  return quoted.length === 0 ? [] : [gutter.line('', ''), ...quoted];
}

function quote(source: string | undefined, span: Span, gutter: Gutter, severity: Severity, brush: Paint): string[] {
  if (source === undefined) return [];
  const { line, marks } = excerpt(source, span);
  return [
    gutter.line(String(span.start.line), line),
    gutter.line(
      '',
      marks.replace(/\^+/, (carets) => brush.severity(severity, carets)),
    ),
  ];
}

/** The column of line numbers on the left, as wide as the longest of them. */
class Gutter {
  constructor(
    private readonly width: number,
    private readonly brush: Paint,
  ) {}

  line(number: string, content: string): string {
    const margin = this.brush.faint(`${number.padStart(this.width)} |`);
    return content === '' ? margin : `${margin} ${content}`;
  }

  note(content: string, continued = false): string {
    return `${' '.repeat(this.width)} ${continued ? ' ' : this.brush.faint('=')} ${content}`;
  }
}
