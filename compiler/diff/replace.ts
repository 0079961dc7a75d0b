import { type PropertyPath, replacementOf } from '../specification/replacement.js';
import type { TypeSpecification } from '../specification/specification.js';
import type { Replacement } from './model.js';
import type { EvaluatedNode } from './node.js';

const RANK: Readonly<Record<Replacement, number>> = { false: 0, conditional: 1, true: 2 };
const OF = { always: 'true', sometimes: 'conditional', never: 'false' } as const;

/** The stronger of two. */
export function stronger(a: Replacement, b: Replacement): Replacement {
  return RANK[a] >= RANK[b] ? a : b;
}

/** Whether one says more than another. */
export function exceeds(a: Replacement, b: Replacement): boolean {
  return RANK[a] > RANK[b];
}

/** What a change at a place of the properties does; what nobody knows may replace. */
export function replacementAt(spec: TypeSpecification | undefined, path: PropertyPath): Replacement {
  const found = spec && replacementOf(spec, path);
  return found === undefined ? 'conditional' : OF[found];
}

/**
 * What it does when a value comes, goes or changes as a whole: what is said of the place, or else of what is really
 * written in it.
 */
export function replacementOfValue(
  spec: TypeSpecification | undefined,
  path: PropertyPath,
  nodes: readonly (EvaluatedNode | undefined)[],
): Replacement {
  const whole = replacementAt(spec, path);
  const parts = nodes.flatMap((node) => [
    ...[...(node?.entries ?? [])].map(([key, inner]) => [key, inner] as const),
    ...(node?.items ?? []).map((inner, at) => [at, inner] as const),
  ]);
  if (whole !== 'conditional' || parts.length === 0 || spec === undefined) return whole;
  if (nodes.some((node) => node !== undefined && node.entries === undefined && node.items === undefined)) return whole;
  return parts.map(([key, inner]) => replacementOfValue(spec, [...path, key], [inner])).reduce(stronger);
}
