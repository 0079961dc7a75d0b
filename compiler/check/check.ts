import type { Report } from '../diagnostics/diagnostic.js';
import type { Document } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import type { Blueprint, Pattern } from './blueprint.js';
import type { CheckContext } from './context.js';
import { checkDeclarations } from './declarations.js';
import { checkForm } from './form.js';
import { readDocument, type SECTIONS, type Sections } from './sections.js';

/**
 * The blueprint that documents are together: their form is checked against the schemas of the language and of the
 * types that they use, and references are recognised. Undefined where nothing of it can be used.
 */
export function check(documents: readonly Document[], context: CheckContext): Blueprint | undefined {
  const read = documents.flatMap((document) => {
    const sections = readDocument(document, context);
    if (sections !== undefined) checkForm(sections, context);
    return sections === undefined ? [] : [sections];
  });
  const [first] = read;
  if (first === undefined) return undefined;
  if (!read.some(({ hasResources }) => hasResources)) context.report('no-resources', first.place, {});
  const blueprint = merge(read, context.report);
  checkDeclarations(blueprint, context);
  return blueprint;
}

/** Single values are given once, names are defined once; resources stand one after another. */
function merge(read: readonly Sections[], report: Report): Blueprint {
  const single = (name: string): Expression | undefined => {
    const [found, ...more] = read.flatMap(({ single }) => single.get(name) ?? []);
    for (const other of more) {
      const related = found && [{ place: found.place, part: 'key' as const, message: 'It is defined here first.' }];
      report(
        'duplicate-name',
        other.place,
        { name, section: 'the blueprint' },
        { part: 'key', ...(related && { related }) },
      );
    }
    return found;
  };
  const named = (name: (typeof SECTIONS)[number]) => mergeNamed(read, name, report);
  const text = (name: string): string | undefined => {
    const value = single(name);
    return value?.kind === 'literal' ? String(value.value) : undefined;
  };
  return {
    name: text('name'),
    region: text('region'),
    tags: new Map([...named('tags')].map(([key, value]) => [key, value.kind === 'literal' ? String(value.value) : ''])),
    protect: read.flatMap(({ single }) => patternsOf(single.get('protect'))),
    resources: read.flatMap(({ resources }) => resources),
    parameters: named('parameters'),
    mappings: named('mappings'),
    conditions: named('conditions'),
    rules: named('rules'),
    outputs: named('outputs'),
    raw: named('raw'),
    description: single('description'),
    transform: single('transform'),
    metadata: single('metadata'),
    place: (read[0] as Sections).place,
  };
}

function patternsOf(list: Expression | undefined): readonly Pattern[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) =>
    item.kind === 'literal' ? [{ text: String(item.value), place: item.place }] : [],
  );
}

function mergeNamed(read: readonly Sections[], section: string, report: Report): ReadonlyMap<string, Expression> {
  const merged = new Map<string, Expression>();
  for (const { named } of read) {
    for (const [name, value] of named.get(section) ?? []) {
      const before = merged.get(name);
      if (before !== undefined) {
        const related = [{ place: before.place, part: 'key' as const, message: 'It is defined here first.' }];
        report('duplicate-name', value.place, { name, section }, { part: 'key', related });
      } else merged.set(name, value);
    }
  }
  return merged;
}
