import { ATTRIBUTE, type Form, RESOURCE, textOf } from '../form.js';
import type { Risk } from '../model.js';
import { listed } from '../policy.js';
import type { Stack, StackResource } from '../stack.js';
import { formAt } from './at.js';
import { at, covers, type Rule, rulesIn, saidOf } from './rule.js';
import data from './rules.json' with { type: 'json' };
import { riskOf, type Scene } from './scene.js';

/** How many rules of a group are looked at for what covers a new one; a group may not have that many. */
const MOST = 1000;

interface Single {
  readonly groups: readonly string[];
  readonly only: Readonly<Record<string, readonly string[]>>;
}

const inline: ReadonlyMap<string, string> = new Map(Object.entries(data.inline));
const single: ReadonlyMap<string, Single> = new Map(Object.entries<Single>(data.single as Record<string, Single>));

/** What firewalls let in newly, wherever the rules are written. */
export function openings(scene: Scene): readonly Risk[] {
  const [before, after] = [rulesOf(scene.from), rulesOf(scene.to)];
  return [...after].flatMap(([group, rules]) => {
    const old = (before.get(group) ?? []).slice(0, MOST);
    const known = new Set(old.map(keyOf));
    const open = rules.filter((rule) => !known.has(keyOf(rule)) && !old.some((wide) => covers(wide, rule)));
    return open.map((rule) => riskOf('wider-access', rule.id, `"${rule.id}" newly lets in ${saidOf(rule)}.`, scene));
  });
}

function keyOf({ protocol, ports, source }: Rule): string {
  return `${protocol} ${ports} ${source.id}`;
}

/** All rules by the group to which they belong. */
function rulesOf({ resources }: Stack): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const resource of resources.values()) {
    if (resource.exists === false) continue;
    const group = groupOf(resource);
    if (group === undefined) continue;
    const rules = groups.get(group);
    if (rules === undefined) groups.set(group, [...rulesWithin(resource)]);
    else rules.push(...rulesWithin(resource));
  }
  return groups;
}

function rulesWithin(resource: StackResource): readonly Rule[] {
  const path = inline.get(resource.type);
  const list = formAt(resource, path ?? '');
  const forms = list === undefined ? [] : path === undefined ? [list] : listed(list);
  return forms.flatMap((form) => (letsIn(resource.type, form) ? rulesIn(resource.id, form) : []));
}

function letsIn(type: string, form: Form): boolean {
  return Object.entries(single.get(type)?.only ?? {}).every(([key, values]) =>
    values.includes(textOf(at(form, key)) ?? ''),
  );
}

function groupOf(resource: StackResource): string | undefined {
  if (inline.has(resource.type)) return resource.id;
  const form = single
    .get(resource.type)
    ?.groups.map((path) => formAt(resource, path))
    .find((found) => found !== undefined);
  if (form?.kind === 'call' && (form.name === RESOURCE || form.name === ATTRIBUTE)) return textOf(form.args[0]);
  return form && `#${form.id}`;
}
