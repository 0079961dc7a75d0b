import type { Value } from '../template/value.js';
import { Text } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { evaluateChain } from './chain.js';
import { joinParts, type TextPart } from './join.js';
import type { Scope } from './model.js';

/**
 * The parts that a text in the place of the list of a `Fn::Join` stands for; undefined where it is none, or there is
 * another delimiter. With the delimiter "" each line, with its end, is a part, and so is each reference; with a line
 * feed as delimiter each line is a part.
 */
export function lineParts(delimiter: Expression, list: Expression, scope: Scope): readonly Value[] | undefined {
  if (delimiter.kind !== 'literal' || (delimiter.value !== '' && delimiter.value !== '\n')) return undefined;
  const parts = partsOf(list, scope);
  if (parts === undefined) return undefined;
  if (delimiter.value === '') {
    const pieces = parts.flatMap((part) => (typeof part.head === 'string' ? linesOf(part.head).map(textPart) : [part]));
    return pieces.flatMap((piece) => valuesOf([piece], scope, list));
  }
  return inLines(parts).flatMap((line) => valuesOf(line, scope, list));
}

function partsOf(list: Expression, scope: Scope): readonly TextPart[] | undefined {
  if (list.kind === 'literal') return typeof list.value === 'string' ? [textPart(list.value)] : undefined;
  if (list.kind !== 'text') return undefined;
  return list.parts.map((part): TextPart => {
    if (typeof part === 'string') return textPart(part);
    if ('kind' in part) return { head: scope.world.evaluate(part, scope) };
    return { head: evaluateChain(part, scope, list.place, 'name'), chain: part };
  });
}

function textPart(head: string): TextPart {
  return { head };
}

/** The lines of a text, each with its end. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** The parts of each line, without the ends of lines. */
function inLines(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const lines: TextPart[][] = [[]];
  for (const part of parts) {
    if (typeof part.head !== 'string') {
      lines.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...more] = part.head.split('\n');
    if (first !== '') lines.at(-1)?.push(textPart(first));
    for (const line of more) lines.push(line === '' ? [] : [textPart(line)]);
  }
  return lines;
}

function valuesOf(parts: readonly TextPart[], scope: Scope, { place }: Expression): readonly Value[] {
  const value = scope.world.settle(joinParts(parts, scope, place), place);
  if (value === undefined) return [];
  // A lone reference stands for itself.
  return value instanceof Text && value.parts.length === 1 ? value.parts : [value];
}
