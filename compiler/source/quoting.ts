import type { Scalar } from 'yaml';
import { type StringifyContext, stringifyString } from 'yaml/util';
import { readScalar } from './scalar.js';

/** In quotes over several lines, `yaml` writes a line of blanks as one with a backslash. */
export const ONE_LINE = { doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/**
 * Whether a plain scalar may be read as something else than a text, here or by another YAML reader: numbers, booleans,
 * nulls and dates of YAML 1.1 and 1.2.
 */
export function looksTyped(text: string): boolean {
  const { value, trap } = readScalar({ kind: 'scalar', text, style: 'plain', start: 0, end: 0 }, undefined);
  return typeof value !== 'string' || trap !== undefined || /^(?:[yn=]|<<|\d{4}-\d\d?-\d\d?.*)$/is.test(text);
}

type Print = (
  item: Scalar<string>,
  context: StringifyContext,
  onComment?: () => void,
  onChompKeep?: () => void,
) => string;

/** Writes a scalar: plain ones as they are, others without quotes where that means the same, or as a block. */
export const printScalar: Print = (item, context, onComment, onChompKeep) => {
  const { value: text, type } = item;
  const { inFlow, implicitKey } = context;
  const oneLine = !text.includes('\n');
  if (type === 'PLAIN' && oneLine) return text;
  const asBlock = () => stringifyString({ ...item, type: 'BLOCK_LITERAL' } as Scalar, context, onComment, onChompKeep);
  const blockAllowed = !inFlow && !implicitKey && printable(text) && text.trim() !== '';
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    return stringifyString(item, context, onComment, onChompKeep);
  }
  if (oneLine && plainIsSafe(text, inFlow === true)) return text;
  return !oneLine && blockAllowed ? asBlock() : quote(text);
};

/** Letters, digits, punctuation, symbols and spaces, not beginning or ending in a way that means something in YAML. */
const PLAIN = /^(?![-?:,[\]{}#&*!|>'"%@`=~ ])[\p{L}\p{N}\p{P}\p{S} ]*(?<![: ])$/u;

function plainIsSafe(text: string, inFlow: boolean): boolean {
  if (!PLAIN.test(text) || looksTyped(text)) return false;
  if (/: | #|^\.\.\./.test(text)) return false;
  return !inFlow || !/[,[\]{}]/.test(text);
}

function printable(text: string): boolean {
  return !/(?![\t\n])\p{Cc}|\p{Cs}|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(text);
}

/** In double quotes; in single ones where that saves backslashes. */
function quote(text: string): string {
  if (/["\\]/.test(text) && /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  // What JSON escapes, double quotes of YAML know, too; control characters from U+007F on it does not escape.
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeOf);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
