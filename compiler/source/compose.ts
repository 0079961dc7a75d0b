import { Composer, type Document, Lexer, Parser } from 'yaml';
import { type Fault, isSignal, LexemeWatch, PROBLEM_LIMIT } from './lexemes.js';

/** How deep lists and maps may stand in each other. */
export const DEPTH_LIMIT = 100;

/** Words and signs of a text; more would need more memory than a process has. */
export const LEXEME_LIMIT = 1_500_000;

/** The first YAML document of a text, and what kept the rest of the text from being read. */
export interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly faults: readonly Fault[];
  readonly problems: readonly Problem[];
  readonly stop?: Stop;
}

/** What `yaml` has to say, in its own words. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Stop {
  readonly reason: 'too-deep' | 'too-many-values' | 'several-documents';
  readonly offset: number;
}

type Token = Parser['stack'][number];
type Tokens = { readonly tokens: Token[]; readonly faults: readonly Fault[]; readonly stop?: Stop };

/**
 * Reads the first YAML 1.2 document of a text. References `${{ }}` that should have been quoted are read as words of the
 * same length, so that what else is wrong can be seen.
 */
export function compose(text: string): Composed {
  let references: readonly Fault[] = [];
  let readable = text;
  let read = tokenize(readable);
  // Covering one reference may bring another to light, where one had eaten the start of the next.
  for (let round = 0; round < 3 && read.faults.some(isReference); round++) {
    const found = read.faults.filter(isReference);
    references = references.concat(found);
    readable = cover(readable, found);
    read = tokenize(readable);
  }
  const faults = [...references, ...read.faults.filter((fault) => !isReference(fault))];
  const { stop } = read;
  return { ...assemble(read.tokens, text.length), faults, ...(stop && { stop }) };
}

function isReference(fault: Fault): boolean {
  return fault.kind === 'reference';
}

function cover(text: string, faults: readonly Fault[]): string {
  let covered = '';
  let at = 0;
  for (const { start, end } of faults) {
    if (start < at) continue;
    covered += text.slice(at, start) + '_'.repeat(end - start);
    at = end;
  }
  return covered + text.slice(at);
}

/** The composer of `yaml` is recursive, so the nesting is measured here, on the parser's stack, which is a list. */
function tokenize(text: string): Tokens {
  const parser = new Parser();
  const watch = new LexemeWatch(text);
  const tokens: Token[] = [];
  const { faults } = watch;
  let [lexemes, errors] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    watch.next(lexeme, parser.offset);
    if (errors > PROBLEM_LIMIT) {
      if (!isSignal(lexeme)) parser.offset += lexeme.length;
      continue;
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    // The stack holds the document, too, and on top may be a scalar.
    const top = parser.stack.length > DEPTH_LIMIT + 1 ? parser.stack.at(-1) : undefined;
    if (top && 'items' in top) return stopped('too-deep', top.offset);
    if (++lexemes > LEXEME_LIMIT) return stopped('too-many-values', parser.offset);
  }
  watch.end();
  for (const token of parser.end()) tokens.push(token);
  const first = firstDocument(tokens);
  const until = first.stop?.offset ?? text.length;
  return { ...first, faults: faults.filter(({ start }) => start < until) };
}

function stopped(reason: Stop['reason'], offset: number): Tokens {
  return { tokens: [], faults: [], stop: { reason, offset } };
}

function firstDocument(tokens: Token[]): { tokens: Token[]; stop?: Stop } {
  const second = tokens.filter((token) => token.type === 'document')[1];
  if (second === undefined) return { tokens };
  return {
    tokens: tokens.slice(0, tokens.indexOf(second)),
    stop: { reason: 'several-documents', offset: second.offset },
  };
}

type Source = number | readonly [number, number] | { readonly offset: number; readonly source?: unknown };
type OnError = (source: Source, code: string, message: string, warning?: boolean) => void;

/** Every scalar is a text (schema failsafe); anchors, tags and keys are judged by whoever converts the document. */
function assemble(tokens: readonly Token[], length: number): Pick<Composed, 'document' | 'problems'> {
  const problems: Problem[] = [];
  const onError: OnError = (source, code, message, warning) => {
    if (!warning && problems.length < PROBLEM_LIMIT) problems.push({ code, message, ...rangeOf(source) });
  };
  const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, logLevel: 'silent' });
  // Its own handler makes an exception with a stack trace of each of what may be millions.
  (composer as unknown as { onError: OnError }).onError = onError;
  for (const token of tokens) if (token.type === 'error') onError(token, 'UNEXPECTED_TOKEN', token.message);
  const sound = tokens.filter((token) => token.type !== 'error');
  const [document] = composer.compose(sound, true, length);
  return { document: document as Document.Parsed | undefined, problems };
}

function rangeOf(source: Source): { start: number; end: number } {
  if (typeof source === 'number') return { start: source, end: source + 1 };
  if ('offset' in source) {
    const length = typeof source.source === 'string' ? source.source.length : 1;
    return { start: source.offset, end: source.offset + length };
  }
  return { start: source[0], end: source[1] };
}
