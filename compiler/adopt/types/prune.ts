import type { JsonMap } from '../../template/template.js';
import { type Branch, branch, type Twig } from '../tree.js';
import type { TypesOf } from './claim.js';
import { isMap, own } from './json.js';

/** The sections of which types make entries of their own. */
const MADE = ['Conditions', 'Mappings'];

/** An entry of a section, as a text in which names can be looked for. */
interface Text {
  readonly section: string;
  readonly key: string;
  readonly text: string;
}

/** Without the conditions and mappings that nothing but the resources with these ids uses: types make them anew. */
export function pruned(template: Branch, original: JsonMap, ids: ReadonlySet<string>): Branch {
  const texts = textsOf(original);
  const goes = ({ section, key }: Text) => section === 'Resources' && ids.has(key);
  const left = texts.filter((text) => !goes(text));
  const gone = texts.filter(goes);
  const entries = template.entries.flatMap((section): Twig[] => {
    if (section.value.kind !== 'branch' || !MADE.includes(section.key)) return [section];
    const kept = section.value.entries.filter(({ key }) => {
      const name = JSON.stringify(key);
      const itself = (text: Text) => text.section === section.key && text.key === key;
      return (
        left.some((text) => text.text.includes(name) && !itself(text)) || !gone.some(({ text }) => text.includes(name))
      );
    });
    const emptied = kept.length === 0 && section.value.entries.length > 0;
    return emptied ? [] : [{ ...section, value: { ...section.value, entries: kept } }];
  });
  return branch(entries, template.remarks);
}

function textsOf(original: JsonMap): readonly Text[] {
  return Object.entries(original).flatMap(([section, value]) =>
    Object.entries(isMap(value) ? value : { '': value }).map(([key, one]) => ({
      section,
      key,
      text: JSON.stringify(one),
    })),
  );
}

/** Without the conditions and mappings that only resources use which types could make. */
export function withoutMade(template: Branch, original: JsonMap, types: TypesOf): Branch {
  const parts = types.names().flatMap((name) => [...(types.get(name)?.template.parts.values() ?? [])]);
  const made = new Set(parts.map(({ type }) => type));
  const resources = own(original, 'Resources');
  const entries = Object.entries(isMap(resources) ? resources : {});
  const ids = entries.filter(([, one]) => isMap(one) && made.has(String(own(one, 'Type')))).map(([id]) => id);
  return pruned(template, original, new Set(ids));
}
