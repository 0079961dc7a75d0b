import type { Report } from '../../diagnostics/diagnostic.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import { suggest } from '../../text/suggest.js';

/** Reports keys that are not known; gives those that were probably meant. */
export function checkKeys(
  map: MapExpression,
  known: readonly string[],
  owner: string,
  report: Report,
): readonly string[] {
  return map.entries.flatMap(({ key, value }) => {
    if (known.includes(key) || isMacro(key)) return [];
    const meant = suggest(key, known);
    const hint = meant === undefined ? undefined : `Did you mean "${meant}"?`;
    report('unknown-key', value.place, { key, owner }, { part: 'key', hint });
    return meant === undefined ? [] : [meant];
  });
}

/** Whether something else makes a key and its value: a transform, or the preprocessor of another tool. */
export function isMacro(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach::') || /^(?!Fn::)[A-Za-z]\w*::\w/.test(key);
}

/** What a map says of a key. */
export function member(map: MapExpression, key: string): Expression | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}
