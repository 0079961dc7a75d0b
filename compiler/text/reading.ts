import type { Report } from '../diagnostics/diagnostic.js';
import type { Asset, Pack } from '../source/assets.js';
import type { Document, Place } from '../source/place.js';
import type { Expression } from './expression.js';
import { readText } from './text.js';

/** How a text is to be read. */
export interface Reading {
  readonly report: Report;
  /** `when:`, `forEach:` and computed members are words of a type's template only. */
  readonly template: boolean;
  readonly include: Include;
  /** Whether `Condition: Name` is a function, as it is in CloudFormation's Conditions and Rules. */
  readonly conditions?: boolean;
}

/** Reads a file that is named in a document; undefined where it cannot be had, which is reported at the place. */
export interface Include {
  (file: string, place: Place): Document | undefined;
  /** Packs files and folders; undefined where nothing is packed. */
  readonly pack?: Pack;
  /** All that was packed so far. */
  readonly packed?: () => readonly Asset[];
}

const FORM = 'A reference is a name with its attributes: ${{ Name }} or ${{ Name.attribute }}.';
const AS_IT_STANDS = ' Where the text itself is meant, write $${{.';

/** A text with references as an expression; what stands before `start` is left out. */
export function readJoined(text: string, place: Place, { report }: Pick<Reading, 'report'>, start = 0): Expression {
  const { parts, problems } = readText(text, start);
  for (const { kind, from, to, written } of problems) {
    const hint = kind === 'unclosed' ? FORM + AS_IT_STANDS : FORM;
    report('bad-reference', place, { kind, written }, { part: { from, to }, hint });
  }
  const [first, second] = parts;
  if (typeof first === 'string' && second === undefined) return { kind: 'literal', value: first, place };
  return { kind: 'text', parts, place };
}
