import type { Expression } from '../../text/expression.js';

/** The values that can stand at a place: all that `Fn::If` may choose, or the value itself. */
export function branches(value: Expression | undefined): readonly Expression[] {
  if (value === undefined) return [];
  if (value.kind !== 'call' || value.name !== 'Fn::If') return [value];
  return value.args.kind === 'list' ? value.args.items.slice(1).flatMap(branches) : [];
}
