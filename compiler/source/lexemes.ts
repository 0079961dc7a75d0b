/** Of each sort, no more mistakes than these are looked for in one text. */
export const PROBLEM_LIMIT = 1000;

/** A mistake that the words and signs of a text show before they are put together. */
export type Fault =
  | { readonly kind: 'quote'; readonly start: number; readonly end: number }
  | { readonly kind: 'bracket'; readonly start: number; readonly end: number; readonly closer?: number }
  | { readonly kind: 'reference'; readonly start: number; readonly end: number };

/** Signs that the lexer of `yaml` puts between those of the text: a document or a scalar follows, brackets end unfinished. */
const DOCUMENT_FOLLOWS = '\x02';
const SCALAR_FOLLOWS = '\x1f';
const FLOW_BROKEN = '\x18';

/** Whether a lexeme is a sign of the lexer that is not in the text. */
export function isSignal(lexeme: string): boolean {
  return lexeme === DOCUMENT_FOLLOWS || lexeme === SCALAR_FOLLOWS || lexeme === FLOW_BROKEN;
}

/** Looks at each lexeme as it goes by, for what the parser would say only in the form of what follows from it. */
export class LexemeWatch {
  readonly faults: Fault[] = [];
  private readonly open: number[] = [];
  private scalarFollows = false;

  constructor(private readonly text: string) {}

  next(lexeme: string, offset: number): void {
    const content = this.scalarFollows;
    this.scalarFollows = lexeme === SCALAR_FOLLOWS;
    if (content) return;
    const first = lexeme[0];
    if (first === '"' || first === "'") this.quoted(lexeme, first, offset);
    else if (lexeme === FLOW_BROKEN) this.end();
    else if (lexeme.length === 1) this.sign(lexeme, offset);
  }

  /** Every bracket that is still open stays so: said of the outermost. */
  end(): void {
    const start = this.open[0];
    if (start !== undefined) this.found({ kind: 'bracket', start, end: start + 1 });
    this.open.length = 0;
  }

  private quoted(lexeme: string, quote: string, start: number): void {
    if (lexeme.length > 1 && lexeme.endsWith(quote)) return;
    const newline = lexeme.search(/\r?\n/);
    this.found({ kind: 'quote', start, end: start + (newline === -1 ? lexeme.length : newline) });
  }

  private sign(sign: string, offset: number): void {
    if (sign === '{' || sign === '[') {
      if (sign === '{' && this.text.startsWith('${{', offset - 1)) this.reference(offset - 1);
      this.open.push(offset);
    } else if (sign === '}' || sign === ']') {
      const start = this.open.pop();
      if (start === undefined || (this.text[start] === '{') === (sign === '}')) return;
      this.found({ kind: 'bracket', start, end: start + 1, closer: offset });
    }
  }

  private found(fault: Fault): void {
    if (this.faults.length < PROBLEM_LIMIT) this.faults.push(fault);
  }

  private reference(start: number): void {
    const newline = this.text.indexOf('\n', start);
    const line = newline === -1 ? this.text.length : newline;
    const close = this.text.indexOf('}}', start);
    this.found({ kind: 'reference', start, end: close === -1 || close > line ? line : close + 2 });
  }
}
