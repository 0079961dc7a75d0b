import type { Blueprint } from '../check/blueprint.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import { sectionOrder } from '../template/cloudformation.js';
import type { LogicalResource, Sections } from '../template/logical.js';
import type { Expression } from '../text/expression.js';

/** Reports what `raw` says that the blueprint says in its own words, too. */
export function checkOverlap(
  { raw }: Blueprint,
  resources: ReadonlyMap<string, LogicalResource>,
  sections: Sections,
  report: Report,
): void {
  const own: Readonly<Record<string, unknown>> = { ...sections, resources };
  for (const [section, content] of raw) {
    const known = sectionOrder.includes(section) ? own[section.charAt(0).toLowerCase() + section.slice(1)] : undefined;
    if (known instanceof Map) checkNames(section, content, known, report);
    else if (known !== undefined)
      report('duplicate-name', content.place, { name: section, section: 'the template' }, KEY);
  }
}

const KEY = { part: 'key' } as const;

function checkNames(
  section: string,
  content: Expression,
  known: ReadonlyMap<string, { readonly place: Place }>,
  report: Report,
): void {
  if (content.kind !== 'map') return;
  for (const { key, value } of content.entries) {
    const other = known.get(key);
    if (other === undefined) continue;
    const related = [{ place: other.place, message: 'It is defined here, too.' }];
    report('duplicate-name', value.place, { name: key, section }, { ...KEY, related });
  }
}
