import { printable } from '../../diagnostics/render/printable.js';
import type { Json } from '../../template/template.js';
import type { Diff, PropertyChange, ResourceChange, SectionChange } from '../model.js';
import type { Extent } from './comparison.js';
import { hunks } from './lines.js';
import { pathText, valueText, valueTexts } from './value.js';
import { circumstancesText, dataText, type Reasons, renameText, uncertainText } from './why.js';

/** A line about a change; `depth` says how far it is indented, from 0. What a template says in it is printable. */
export interface Detail {
  /** Empty for a sentence, a blank for a line of a script that stays. */
  readonly mark: '+' | '-' | '~' | ' ' | '';
  readonly text: string;
  readonly depth: number;
}

const MARKS = { add: '+', remove: '-', modify: '~' } as const;

/** What there is to say about a resource, below its name. */
export function details(change: ResourceChange, reasons: Reasons, extent: Extent): readonly Detail[] {
  const prose = [
    uncertainText(change),
    circumstancesText(change),
    reasons.of(change),
    dataText(change),
    renameText(change),
  ];
  const listed = change.action === 'modify' || extent.full ? change.properties : [];
  return [
    ...prose.flatMap((text) => (text === undefined ? [] : [detail('', text)])),
    ...listed.flatMap((property) => propertyDetails(property, extent)),
  ];
}

/** A change of something that is no resource: `Parameter "IpForSSH": {"Type":"String"}`. */
export function sectionDetail({ section, name, action, before, after }: SectionChange, extent: Extent): Detail {
  const title = name === undefined ? section : `${section.replace(/s$/, '')} ${name}`;
  return detail(MARKS[action], `${title}${values(before, after, extent)}`);
}

/** `CAPABILITY_IAM is needed now, for Role`; nothing where the risks say it. */
export function capabilityDetails({ capabilities, risks }: Diff): readonly Detail[] {
  if (risks.some(({ kind }) => kind === 'new-capability')) return [];
  return capabilities.map(({ name, ids }) => {
    const shown = ids.length > 5 ? [...ids.slice(0, 4), `${ids.length - 4} more`] : ids;
    return detail('+', `${name} is needed now, for ${shown.join(', ')}`);
  });
}

/** One line that counts what only looks different; with `all` a line each. */
export function sameDetails({ same }: Diff, { all }: Extent): readonly Detail[] {
  if (same.length === 0) return [];
  const one = same.length === 1;
  const counted = `${same.length} ${one ? 'place is' : 'places are'} written differently and ${one ? 'means' : 'mean'} the same`;
  if (!all) return [detail('', `${counted}; --all shows ${one ? 'it' : 'them'}.`)];
  return [
    detail('', `${counted}:`),
    ...same.map(({ id, path }) => detail('', path.length === 0 ? id : `${id}: ${pathText(path)}`, 1)),
  ];
}

function propertyDetails(change: PropertyChange, extent: Extent): readonly Detail[] {
  const { path, action, script, replacement, through, actual } = change;
  const notes = [
    replacement === 'true' ? 'replaces it' : replacement === 'conditional' ? 'may replace it' : '',
    through === undefined ? '' : `through ${through}`,
    actual === undefined ? '' : driftText(change, extent),
  ].filter((note) => note !== '');
  const note = notes.length === 0 ? '' : ` [${notes.join(', ')}]`;
  const mark = MARKS[action];
  if (script === undefined)
    return [detail(mark, `${pathText(path)}${values(actual ?? change.before, change.after, extent)}${note}`)];
  return [detail(mark, `${pathText(path)}, line by line:${note}`), ...scriptDetails(script)];
}

/** What was changed outside is shown as it is there; the template that is deployed says something else. */
function driftText({ before }: PropertyChange, { full }: Extent): string {
  return before === undefined ? 'drift' : `drifted from ${valueText(before, full)}`;
}

function scriptDetails({ before, after }: { readonly before: string; readonly after: string }): readonly Detail[] {
  return hunks(before, after).flatMap(({ line, lines }) => [
    detail('', `@@ line ${line} @@`, 1),
    ...lines.map(({ mark, text }) => detail(mark, text, 1)),
  ]);
}

function values(before: Json | undefined, after: Json | undefined, { full }: Extent): string {
  if (before === undefined && after === undefined) return '';
  if (before === undefined || after === undefined) return `: ${valueText(before ?? after ?? null, full)}`;
  const [left, right] = valueTexts(before, after, full);
  return `: ${left} → ${right}`;
}

function detail(mark: Detail['mark'], text: string, depth = 0): Detail {
  return { mark, text: printable(text), depth };
}
