import { sectionOrder } from '../template/cloudformation.js';
import type { Json } from '../template/template.js';
import type { Diff, Section, SectionChange } from './model.js';
import { isJsonMap, member } from './node.js';
import { sameJson } from './sameness.js';
import { maskedParameter } from './shown.js';
import type { Stack } from './stack.js';

/** What is different outside the resources, and what is only written differently. */
export interface SectionsComparison {
  readonly changes: readonly SectionChange[];
  readonly same: Diff['same'];
}

const NAMED: ReadonlySet<string> = new Set(['Parameters', 'Mappings', 'Conditions', 'Rules', 'Outputs', 'Metadata']);
const NONE: ReadonlySet<string> = new Set(['Resources', 'AWSTemplateFormatVersion']);

/** Compares everything but the resources. */
export function compareSections(from: Stack, to: Stack): SectionsComparison {
  const changes: SectionChange[] = [];
  const same: { id: string; path: (string | number)[] }[] = [];
  const keys = new Set([...sectionOrder, ...Object.keys(from.template).sort(), ...Object.keys(to.template).sort()]);
  for (const section of keys) {
    if (NONE.has(section)) continue;
    const sides = [member(from.template, section), member(to.template, section)] as const;
    for (const [name, before, after] of entries(section, sides)) {
      if (sameJson(before, after)) continue;
      const path = name === undefined ? [section] : [section, name];
      if (isSame(section, name, before, after, from, to)) same.push({ id: name ?? section, path });
      else changes.push(changeOf(section as Section, name, before, after));
    }
  }
  return { changes, same };
}

type Entry = readonly [name: string | undefined, before: Json | undefined, after: Json | undefined];

function entries(section: string, [before, after]: readonly [Json | undefined, Json | undefined]): readonly Entry[] {
  const maps = [before, after].every((side) => side === undefined || isJsonMap(side));
  if (!NAMED.has(section) || !maps) return [[undefined, before, after]];
  const names = new Set([before, after].flatMap((side) => (isJsonMap(side) ? Object.keys(side) : [])));
  return [...names].sort().map((name) => [name, member(before, name), member(after, name)]);
}

function changeOf(section: Section, name: string | undefined, before?: Json, after?: Json): SectionChange {
  const shown = section === 'Parameters' ? maskedParameter : (value: Json) => value;
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
  if (before === undefined || after === undefined) return false;
  if (section === 'Conditions' && name !== undefined) {
    return from.evaluator.condition(name) === to.evaluator.condition(name);
  }
  if (section === 'Outputs' && member(before, 'Condition') !== member(after, 'Condition')) return false;
  return from.evaluator.form(before) === to.evaluator.form(after);
}
