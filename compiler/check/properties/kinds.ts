import type { Report } from '../../diagnostics/diagnostic.js';
import type { ValueType } from '../../specification/specification.js';
import type { Expression } from '../../text/expression.js';
import { didYouMean } from '../../text/suggest.js';

/** Says that a value is of the wrong kind. */
export type Mismatch = (report: Report) => void;

const EXPECTED: Readonly<Record<ValueType['kind'], string>> = {
  string: 'a text',
  timestamp: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  json: 'another value',
  list: 'a list',
  map: 'a map',
  object: 'a map',
  union: 'another value',
};

/**
 * What is wrong with the kind of a value, if anything. Numbers and booleans may be written as texts and texts as
 * numbers, as CloudFormation takes them.
 */
export function mismatch(value: Expression, type: ValueType): Mismatch | undefined {
  if (type.kind === 'json' || type.kind === 'union') return undefined;
  if (value.kind === 'map')
    return type.kind === 'map' || type.kind === 'object' ? undefined : wrong(value, type, 'A map');
  if (value.kind === 'list') return type.kind === 'list' ? undefined : wrong(value, type, 'A list');
  if (value.kind !== 'literal') return undefined;
  return literalMismatch(value, value.value, type);
}

function literalMismatch(
  value: Expression,
  literal: string | number | boolean | null,
  type: ValueType,
): Mismatch | undefined {
  const text = String(literal);
  if (literal === null) return wrong(value, type, 'Nothing');
  switch (type.kind) {
    case 'integer':
      if (!/^[-+]?\d+$/.test(text) && !isDynamic(text)) return wrong(value, type, named(text));
      return listed(value, text, type.values?.map(String));
    case 'number':
      return (text.trim() !== '' && Number.isFinite(Number(text))) || isDynamic(text)
        ? undefined
        : wrong(value, type, named(text));
    case 'boolean':
      return /^(true|false)$/i.test(text) || isDynamic(text) ? undefined : wrong(value, type, named(text));
    case 'string':
      return listed(value, text, type.values);
    case 'timestamp':
      return undefined;
    default:
      return wrong(value, type, named(text));
  }
}

/** A dynamic reference is resolved by CloudFormation. */
function isDynamic(text: string): boolean {
  return text.includes('{{resolve:');
}

function named(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function wrong(value: Expression, type: ValueType, written: string): Mismatch {
  return (report) => report('wrong-kind', value.place, { written, expected: EXPECTED[type.kind] });
}

function listed(value: Expression, text: string, values: readonly string[] | undefined): Mismatch | undefined {
  if (values === undefined || values.includes(text) || isDynamic(text)) return undefined;
  const some = values.slice(0, MOST).join(', ');
  const allowed = values.length > MOST ? `${some} …` : some;
  return (report) =>
    report('unlisted-value', value.place, { written: text, allowed }, { hint: didYouMean(text, values) });
}

/** More values than this are not shown. */
const MOST = 12;
