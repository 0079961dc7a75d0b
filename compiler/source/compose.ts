import { Composer, type Document, Lexer, Parser } from 'yaml';

/** How deep lists and maps may stand in each other. */
export const DEPTH_LIMIT = 100;

/** Words and signs of a text; more would need more memory than a process has. */
export const LEXEME_LIMIT = 4_000_000;

/** The first YAML document of a text, and what kept the rest of the text from being read. */
export interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly stop?: { readonly reason: 'too-deep' | 'too-many-values' | 'several-documents'; readonly offset: number };
}

/**
 * Reads the first YAML 1.2 document of a text. The composer of `yaml` is recursive, so the nesting is measured on the
 * parser's own stack, which is not, before the composer sees anything.
 */
export function compose(text: string): Composed {
  // Every scalar is a text (failsafe), and what is wrong is said by the conversion, which knows more.
  const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, logLevel: 'silent' });
  const { tokens, stop } = tokenize(text);
  const [document] = composer.compose(tokens, true, text.length);
  return { document: document as Document.Parsed | undefined, ...(stop && { stop }) };
}

type Token = Parser['stack'][number];

function tokenize(text: string): { tokens: Token[]; stop?: Composed['stop'] } {
  const parser = new Parser();
  const tokens: Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document and, on top, a scalar.
    if (parser.stack.length > DEPTH_LIMIT + 2)
      return { tokens: [], stop: { reason: 'too-deep', offset: parser.offset } };
    if (++lexemes > LEXEME_LIMIT) return { tokens: [], stop: { reason: 'too-many-values', offset: parser.offset } };
  }
  for (const token of parser.end()) tokens.push(token);
  return firstDocument(tokens);
}

function firstDocument(tokens: Token[]): { tokens: Token[]; stop?: Composed['stop'] } {
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents[1];
  if (second === undefined) return { tokens };
  return {
    tokens: tokens.slice(0, tokens.indexOf(second)),
    stop: { reason: 'several-documents', offset: second.offset },
  };
}
