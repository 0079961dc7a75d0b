import type { Report } from '../../diagnostics/diagnostic.js';
import type { Type } from '../../types/type.js';
import { NAME, type Named, WORDS } from './names.js';

/** Reports what is defined and never asked for. Parts are made whether they are named or not. */
export function checkUnused(
  type: Type,
  named: ReadonlyMap<string, Named>,
  used: ReadonlySet<string>,
  report: Report,
): void {
  for (const [name, { section, place }] of named) {
    if (used.has(name) || section === 'resources' || WORDS.has(name) || !NAME.test(name)) continue;
    if (section === 'config') {
      const key = type.keys.get(name);
      if (key?.aliasOf !== undefined || type.identifiedBy === name) continue;
      report('unused-config', place, { name }, { part: 'key', hint: 'What is written for it has no effect.' });
    } else report(section === 'values' ? 'unused-value' : 'unused-shared', place, { name }, { part: 'key' });
  }
}
