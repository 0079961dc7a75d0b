import type { Report } from '../diagnostics/diagnostic.js';
import { describable, type Specifications } from '../specification/read.js';
import type { LogicalResource } from '../template/logical.js';
import lints from './lints.json' with { type: 'json' };

const safe: ReadonlySet<string> = new Set(Object.keys(lints.data.safe));

/** Reports what holds data that would go with it without a word. Who says `Delete` knows. */
export function lintData(resource: LogicalResource, specifications: Specifications, report: Report): void {
  const { type, attributes, place } = resource;
  if (safe.has(type) || !describable(type)) return;
  const deletion = attributes.get('DeletionPolicy');
  const replacement = attributes.get('UpdateReplacePolicy');
  if (deletion === 'Delete' || (deletion !== undefined && replacement !== undefined)) return;
  const spec = specifications.typeSpecification(type);
  if (spec?.stateful !== true) return;
  const keep = spec.snapshot ? 'Snapshot' : 'Retain';
  if (deletion !== undefined) {
    const hint = `Say "updateReplacePolicy: ${keep}" too, or Delete if that is meant.`;
    report('unprotected-data', place.at('type'), { id: resource.id, when: 'replaced' }, { hint });
  } else {
    const hint = `Say "deletionPolicy: ${keep}" and "updateReplacePolicy: ${keep}", or Delete if that is meant.`;
    const when = replacement === undefined ? 'deleted or replaced' : 'deleted';
    report('unprotected-data', place.at('type'), { id: resource.id, when }, { hint });
  }
}
