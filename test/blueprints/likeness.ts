import { differences, type Row } from './rows.js';

/** A template, as far as it is looked at. */
export interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly DependsOn?: string | string[] }>>;
}

/** What is compared of a system: how many resources of which type, and which types need which (`A > B`). */
export interface Facts {
  readonly types: Readonly<Record<string, number>>;
  readonly relations: readonly string[];
}

/** For each logical id of a template the ids that it names. */
function needsIn({ Resources = {} }: Template): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Set(Object.keys(Resources));
  return new Map(
    Object.entries(Resources).map(([id, resource]) => {
      const named = [...namesIn(resource), ...[resource.DependsOn ?? []].flat()];
      return [id, new Set(named.filter((name) => ids.has(name) && name !== id))];
    }),
  );
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0] ?? ''];
    const texts = key === 'Fn::Sub' ? [JSON.stringify(inner).matchAll(/\$\{([A-Za-z0-9]+)/g)] : [];
    return [...texts.flatMap((found) => [...found].map(([, name = '']) => name)), ...namesIn(inner)];
  });
}

/** All that an id needs, also by way of others. */
function reachable(id: string, needs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(needs.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return found;
}

/**
 * What a template is compared by.
 *
 * @param indirect Whether what is needed by way of others counts.
 */
export function factsOf(template: Template, indirect: boolean): Facts {
  const { Resources = {} } = template;
  const needs = needsIn(template);
  const types: Record<string, number> = {};
  const relations = new Set<string>();
  for (const [id, { Type }] of Object.entries(Resources)) {
    types[Type] = (types[Type] ?? 0) + 1;
    const needed = indirect ? reachable(id, needs) : (needs.get(id) ?? []);
    for (const other of needed) relations.add(`${Type} > ${Resources[other]?.Type}`);
  }
  return { types: sorted(types), relations: [...relations].sort() };
}

function sorted(map: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is unlike, and which of a row's intended differences explain something. */
export interface Unlike {
  readonly unexplained: readonly string[];
  readonly needless: readonly string[];
}

/** Compares a system with the published one. */
export function unlike(row: Row, published: Facts, ours: Facts): Unlike {
  const named = row.differences ?? [];
  const used = new Set<string>();
  const renamed = rename(published, named, used);
  const explained = (has: (name: string) => boolean): boolean => {
    const found = named.filter(has);
    for (const name of found) used.add(name);
    return found.length > 0;
  };
  const types = [...new Set([...Object.keys(renamed.types), ...Object.keys(ours.types)])].sort();
  const counted = types.flatMap((type) => {
    const [before, after] = [renamed.types[type] ?? 0, ours.types[type] ?? 0];
    if (before === after) return [];
    const way = after > before ? 'more' : 'fewer';
    return explained((name) => differences[name]?.[way]?.includes(type) ?? false)
      ? []
      : [`${type}: ${before} published, ${after} here`];
  });
  const lost = renamed.relations.filter(
    (relation) =>
      !ours.relations.includes(relation) &&
      bothThere(relation, ours) &&
      !explained((name) => differences[name]?.loosens?.includes(relation) ?? false),
  );
  return { unexplained: [...counted, ...lost], needless: named.filter((name) => !used.has(name)) };
}

/** A type that is not there at all was told of when the types were counted. */
function bothThere(relation: string, { types }: Facts): boolean {
  return relation.split(' > ').every((type) => types[type] !== undefined);
}

function rename({ types, relations }: Facts, named: readonly string[], used: Set<string>): Facts {
  const instead = new Map<string, string>();
  for (const name of named) {
    for (const [before, after] of Object.entries(differences[name]?.instead ?? {})) {
      if (types[before] === undefined) continue;
      instead.set(before, after);
      used.add(name);
    }
  }
  const now = (type: string): string => instead.get(type) ?? type;
  const counts: Record<string, number> = {};
  for (const [type, count] of Object.entries(types)) counts[now(type)] = (counts[now(type)] ?? 0) + count;
  return { types: counts, relations: relations.map((relation) => relation.split(' > ').map(now).join(' > ')) };
}
