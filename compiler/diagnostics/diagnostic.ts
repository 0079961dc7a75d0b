import type { Part, Path, Place, Span } from '../source/place.js';
import { type Arguments, type Code, catalogue } from './catalogue.js';
import type { Severity } from './severity.js';
import type { Silence } from './silence.js';

/** One finding, as data; every form in which it is shown is drawn from this one. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly path: Path;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly hint?: string;
  /** Where the code is explained. */
  readonly docs: string;
}

export interface Related {
  readonly message: string;
  readonly file: string;
  readonly span: Span;
}

/** What may be said beyond the sentence of the code. */
export interface Extra {
  /** The part of the place that is wrong; the value where nothing is said. */
  readonly part?: Part;
  readonly hint?: string | undefined;
  readonly related?: readonly { readonly place: Place; readonly part?: Part; readonly message: string }[];
}

/** How a phase says what is wrong; it goes on afterwards. */
export type Report = <C extends Code>(code: C, place: Place, args: Arguments<C>, extra?: Extra) => void;

/** Collects the findings of a run, each place and code once. */
export class Diagnostics {
  private readonly found = new Map<string, Diagnostic>();
  private readonly texts = new Map<string, string>();

  /**
   * @param strict Whether warnings are errors.
   * @param silence What its author does not want to hear of; errors are always reported.
   */
  constructor(
    private readonly strict = false,
    private readonly silence?: Silence,
  ) {}

  readonly report: Report = (code, place, args, extra = {}) => {
    const created = create(code, place, args, extra);
    if (created.severity !== 'error' && this.silence?.silences(code, place, created.span) === true) return;
    const strict = this.strict && created.severity === 'warning';
    const diagnostic = strict ? { ...created, severity: 'error' as const } : created;
    for (const { document } of [place, ...(extra.related ?? []).map((related) => related.place)]) {
      this.texts.set(document.file, document.text);
    }
    const { file, span, message } = diagnostic;
    const key = `${file}:${span.start.offset}:${span.end.offset}:${code}:${message}`;
    if (!this.found.has(key)) this.found.set(key, diagnostic);
  };

  /** The texts that findings are in, by file. */
  get sources(): ReadonlyMap<string, string> {
    return this.texts;
  }

  get failed(): boolean {
    return this.count('error') > 0;
  }

  count(severity: Severity): number {
    return this.all.filter((diagnostic) => diagnostic.severity === severity).length;
  }

  get all(): readonly Diagnostic[] {
    return [...this.found.values()];
  }

  /** Sorted by file, then by place, then by code. */
  get sorted(): readonly Diagnostic[] {
    return this.all.toSorted(
      (a, b) => compare(a.file, b.file) || a.span.start.offset - b.span.start.offset || compare(a.code, b.code),
    );
  }
}

function create<C extends Code>(code: C, place: Place, args: Arguments<C>, extra: Extra): Diagnostic {
  const { severity, sentence } = catalogue[code];
  const related = (extra.related ?? []).map(({ place: other, part = 'value', message }) => ({
    message,
    file: other.document.file,
    span: other.document.span(other.path, part),
  }));
  const path = place.path;
  return {
    code,
    severity,
    message: (sentence as (args: Arguments<C>) => string)(args),
    file: place.document.file,
    path,
    span: place.document.span(path, extra.part ?? 'value'),
    related,
    ...(extra.hint === undefined ? {} : { hint: extra.hint }),
    docs: `docs/diagnostics.md#${code}`,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
