import type { Expression } from '../text/expression.js';

/** The JSON that an expression would be, with something at each reference and function that stands for it. */
export interface Plain {
  readonly value: unknown;
  /** Where references and functions stand, as JSON Pointers (RFC 6901). */
  readonly holes: ReadonlySet<string>;
}

/** What validation sees of an expression. Keys are kept apart from what objects inherit. */
export function plain(expression: Expression): Plain {
  const holes = new Set<string>();
  return { value: toPlain(expression, '', holes), holes };
}

function toPlain(expression: Expression, pointer: string, holes: Set<string>): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'list') {
    return expression.items.map((item, index) => toPlain(item, `${pointer}/${index}`, holes));
  }
  if (expression.kind === 'map') {
    const map: Record<string, unknown> = Object.create(null);
    for (const { key, value } of expression.entries) map[key] = toPlain(value, `${pointer}/${escapeStep(key)}`, holes);
    return map;
  }
  holes.add(pointer);
  return '';
}

/** A key as a step of a JSON Pointer. */
export function escapeStep(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The steps of a JSON Pointer. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
