import { parse } from 'yaml';

/** Reads a text with `yaml` alone, at its best: it makes no warnings of the tags that it does not know. */
export function parseAlone(text: string): unknown {
  return parse(text, { logLevel: 'silent', prettyErrors: false });
}
