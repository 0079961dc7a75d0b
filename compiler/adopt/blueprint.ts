import { blueprintKey, formatVersion } from '../template/cloudformation.js';
import { express, type Way } from './express.js';
import { Offers } from './offers.js';
import { adoptResource } from './resource.js';
import { named, single } from './sections.js';
import {
  above,
  type Branch,
  branch,
  list,
  type Remarks,
  type Tree,
  type Twig,
  textOf,
  together,
  twig,
} from './tree.js';

/** What stands in the place of resources, by their ids; undefined where nothing does. */
export type Replaced = ReadonlyMap<string, Tree | undefined>;

/** The blueprint of a template. What the language has no word for is under `raw`. */
export function blueprintOf(template: Branch, way: Way, replaced: Replaced = new Map()): Branch {
  const offers = new Offers(template);
  const adopted: Twig[] = [];
  const raw: Twig[] = [];
  let dropped: Remarks = {};
  for (const section of template.entries) {
    if (section.key === 'AWSTemplateFormatVersion' && textOf(section.value) === formatVersion) {
      dropped = together(section.remarks, section.value.remarks);
      continue;
    }
    const { fits, rest } = adoptSection(section, way, offers, replaced);
    if (fits !== undefined) adopted.push(fits);
    if (rest !== undefined) raw.push({ ...rest, value: express(rest.value, { ...way, conditions: true }) });
  }
  if (!adopted.some(({ key }) => key === 'resources')) adopted.push(twig('resources', list([])));
  const entries = raw.length === 0 ? adopted : [...adopted, twig('raw', branch(raw))];
  return branch(entries, together(above(dropped), template.remarks));
}

/** A section, or what of it the language has words for, and the rest. */
interface Adopted {
  readonly fits?: Twig;
  readonly rest?: Twig;
}

function adoptSection(section: Twig, way: Way, offers: Offers, replaced: Replaced): Adopted {
  const { key, value, remarks } = section;
  if (single.get(key)?.(value) === true) return { fits: twig(blueprintKey(key), express(value, way), remarks) };
  const adopt = named.get(key);
  if (key !== 'Resources' && adopt === undefined) return { rest: section };
  if (value.kind !== 'branch' || (value.entries.length === 0 && key !== 'Resources')) return { rest: section };
  const left: Twig[] = [];
  const fits = value.entries.flatMap((entry): (Twig | Tree)[] => {
    if (key === 'Resources' && replaced.has(entry.key)) return [replaced.get(entry.key) ?? []].flat();
    const made = adopt === undefined ? adoptResource(entry, way, offers) : adopt(entry, way);
    if (made === undefined) left.push(entry);
    return made === undefined ? [] : [made];
  });
  const rest = left.length === 0 ? {} : { rest: twig(key, { ...value, remarks: {}, entries: left }) };
  if (fits.length === 0 && key !== 'Resources') return { rest: section };
  const content = adopt === undefined ? list(fits as Tree[], value.remarks) : branch(fits as Twig[], value.remarks);
  return { fits: twig(blueprintKey(key), content, remarks), ...rest };
}
