import type { Report } from '../../diagnostics/diagnostic.js';
import type { Expression } from '../../text/expression.js';
import { didYouMean } from '../../text/suggest.js';
import type { Type } from '../../types/type.js';

/** Reports checks that are about no key of the config: their message would have no place. */
export function checkChecks({ template, keys }: Type, report: Report): void {
  const { checks } = template;
  for (const item of checks?.kind === 'list' ? checks.items : []) {
    const at = atOf(item);
    if (at?.kind !== 'literal' || keys.has(String(at.value))) continue;
    const name = String(at.value);
    const hint = didYouMean(name, keys.keys()) ?? 'It must be a key of the config.';
    report('unknown-name', at.place, { name }, { hint });
  }
}

function atOf(item: Expression): Expression | undefined {
  if (item.kind === 'each' || item.kind === 'when') return atOf(item.body);
  return item.kind === 'map' ? item.entries.find(({ key }) => key === 'at')?.value : undefined;
}
