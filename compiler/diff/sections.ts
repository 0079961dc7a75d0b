import { sectionOrder } from '../template/cloudformation.js';
import type { Json } from '../template/template.js';
import type { Diff, Section, SectionChange } from './model.js';
import { isJsonMap, member } from './node.js';
import { sameJson } from './sameness.js';
import { masked, maskedParameter } from './shown.js';
import type { Stack } from './stack.js';

/** What is different outside the resources, and what is only written differently. */
export interface SectionsComparison {
  readonly changes: readonly SectionChange[];
  readonly same: Diff['same'];
}

const RESOURCES = 'Resources';
const VERSION = 'AWSTemplateFormatVersion';
const NAMED: ReadonlySet<string> = new Set([
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Outputs',
  'Metadata',
  RESOURCES,
]);

/** Compares everything but the resources. */
export function compareSections(from: Stack, to: Stack): SectionsComparison {
  const changes: SectionChange[] = [];
  const same: { id: string; path: (string | number)[] }[] = [];
  const keys = new Set([...sectionOrder, ...Object.keys(from.template).sort(), ...Object.keys(to.template).sort()]);
  for (const section of keys) {
    if (section === RESOURCES) continue;
    const sides = [member(from.template, section), member(to.template, section)] as const;
    for (const [name, before, after] of entries(section, sides)) {
      if (sameJson(before, after)) continue;
      const path = name === undefined ? [section] : [section, name];
      if (isSame(section, name, before, after, from, to)) same.push({ id: name ?? section, path });
      else changes.push(changeOf(section as Section, name, before, after));
    }
  }
  return { changes: [...changes, ...amongResources(from, to)], same };
}

/** What stands among the resources and is none: loops and transforms, which make some. */
function amongResources(from: Stack, to: Stack): readonly SectionChange[] {
  const [before, after] = [member(from.template, 'Resources'), member(to.template, 'Resources')];
  return entries(RESOURCES, [before, after]).flatMap(([name, one, other]) => {
    if (name === undefined || isResource(one) || isResource(other) || sameJson(one, other)) return [];
    return [changeOf('Transform', name, one, other)];
  });
}

function isResource(json: Json | undefined): boolean {
  return typeof member(json, 'Type') === 'string';
}

type Entry = readonly [name: string | undefined, before: Json | undefined, after: Json | undefined];

function entries(section: string, [before, after]: readonly [Json | undefined, Json | undefined]): readonly Entry[] {
  const maps = [before, after].every((side) => side === undefined || isJsonMap(side));
  if (!NAMED.has(section) || !maps) return [[undefined, before, after]];
  const names = new Set([before, after].flatMap((side) => (isJsonMap(side) ? Object.keys(side) : [])));
  return [...names].sort().map((name) => [name, member(before, name), member(after, name)]);
}

function changeOf(section: Section, name: string | undefined, before?: Json, after?: Json): SectionChange {
  const shown = section === 'Parameters' ? maskedParameter : (value: Json) => masked(value, [section]);
  return {
    section,
    ...(name !== undefined && { name }),
    action: before === undefined ? 'add' : after === undefined ? 'remove' : 'modify',
    ...(before !== undefined && { before: shown(before) }),
    ...(after !== undefined && { after: shown(after) }),
  };
}

function isSame(
  section: string,
  name: string | undefined,
  before: Json | undefined,
  after: Json | undefined,
  from: Stack,
  to: Stack,
): boolean {
  // There is only one version.
  if (section === VERSION) return true;
  if (before === undefined || after === undefined) return false;
  if (section === 'Conditions' && name !== undefined) {
    return from.evaluator.condition(name) === to.evaluator.condition(name);
  }
  if (section === 'Outputs' && member(before, 'Condition') !== member(after, 'Condition')) return false;
  return from.evaluator.form(before) === to.evaluator.form(after);
}
