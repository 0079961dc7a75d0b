import type { Path } from '../source/place.js';
import { Causes } from './causes.js';
import { fateWhenRemoved, fateWhenReplaced } from './data.js';
import { type Draft, draftOf } from './draft.js';
import type { Diff, PropertyChange, ResourceChange, Where } from './model.js';
import { propagate, type State, type Staying } from './propagate.js';
import { References } from './references.js';
import { renamesOf } from './renames.js';
import { sameJson } from './sameness.js';
import { masked, shownValues } from './shown.js';
import type { Stack, StackResource } from './stack.js';

/** What is different between the resources of two sides. */
export interface ResourcesComparison {
  readonly changes: readonly ResourceChange[];
  readonly same: Diff['same'];
}

/** Compares the resources of two stacks: what comes, goes and changes, by itself or through what it refers to. */
export function compareResources(from: Stack, to: Stack): ResourcesComparison {
  const ids = [...new Set([...from.resources.keys(), ...to.resources.keys()])].sort();
  const drafts = new Map<string, Draft>();
  const staying = new Map<string, Staying>();
  const references = new References();
  for (const id of ids) {
    const [before, after] = [present(from, id), present(to, id)];
    if (before === undefined || after === undefined) continue;
    const draft = draftOf(to.evaluator.forms, before, after, from, to);
    drafts.set(id, draft);
    const uses = references.usesIn(after.properties, ['Properties']);
    staying.set(id, { resource: after, uses, direct: draft.effective ? draft.replacement : undefined });
  }
  const states = propagate(staying);
  const causes = new Causes(drafts, states);
  const renames = renamesOf(
    ids.flatMap((id) => (drafts.has(id) ? [] : (present(from, id) ?? []))),
    ids.flatMap((id) => (drafts.has(id) ? [] : (present(to, id) ?? []))),
  );
  const changes = ids.flatMap((id) => {
    const draft = drafts.get(id);
    if (draft !== undefined) return modification(draft, states.get(id), causes.of(id), from, to) ?? [];
    return comingOrGoing(id, from, to, renames.get(id)) ?? [];
  });
  const same = ids.flatMap((id) => (drafts.get(id)?.same ?? absentSame(id, from, to)).map((path) => ({ id, path })));
  return { changes, same };
}

/** A resource that is there, or may be. */
function present({ resources }: Stack, id: string): StackResource | undefined {
  const resource = resources.get(id);
  return resource?.exists === false ? undefined : resource;
}

/** What is there on neither side may still be written differently. */
function absentSame(id: string, from: Stack, to: Stack): readonly Path[] {
  const sides = [from, to].map((stack) => stack.resources.get(id));
  const absent = sides.every((one) => one === undefined || one.exists === false);
  return absent && !sameJson(sides[0]?.raw, sides[1]?.raw) ? [[]] : [];
}

function modification(
  draft: Draft,
  state: State | undefined,
  because: ResourceChange['because'],
  from: Stack,
  to: Stack,
): ResourceChange | undefined {
  const { id, after, differences } = draft;
  if (differences.length === 0 && state === undefined) return undefined;
  const replacement = state?.replacement ?? 'false';
  const written = differences.map((one) => ({
    path: one.path,
    action: one.action,
    replacement: one.replacement,
    ...shownValues(one, from, to),
  }));
  const data = replacement === 'false' ? undefined : fateWhenReplaced(after, to);
  return {
    id,
    type: after.type,
    action: 'modify',
    replacement,
    metadataOnly: state === undefined,
    dynamic: differences.length === 0,
    properties: inOrder([...written, ...throughOf(draft, state)]),
    because,
    ...(data !== undefined && { data }),
    ...places(id, from, to),
  };
}

/** What is seen through references, where nothing is said of that place itself. */
function throughOf({ differences }: Draft, state: State | undefined): readonly PropertyChange[] {
  const written = new Set(differences.map(({ path }) => JSON.stringify(path)));
  const changes = new Map<string, PropertyChange>();
  for (const { path, target, replacement } of state?.effects ?? []) {
    if (path.some((_, at) => written.has(JSON.stringify(path.slice(0, at + 1))))) continue;
    changes.set(JSON.stringify([path, target]), { path, action: 'modify', replacement, through: target });
  }
  return [...changes.values()];
}

function comingOrGoing(id: string, from: Stack, to: Stack, renamed: string | undefined): ResourceChange | undefined {
  const [before, after] = [present(from, id), present(to, id)];
  const resource = before ?? after;
  if (resource === undefined) return undefined;
  const action = before === undefined ? 'add' : 'remove';
  const data = before && fateWhenRemoved(before, from);
  return {
    id,
    type: resource.type,
    action,
    replacement: 'false',
    metadataOnly: false,
    dynamic: false,
    properties: [...(resource.properties?.entries ?? [])].map(([name, { raw }]): PropertyChange => {
      const path = ['Properties', name];
      const value = masked(raw, path);
      return { path, action, replacement: 'false', ...(before === undefined ? { after: value } : { before: value }) };
    }),
    because: [],
    ...(renamed !== undefined && { renamed }),
    ...(data !== undefined && { data }),
    ...(resource.exists !== true && { uncertain: true }),
    ...places(id, from, to),
  };
}

function places(id: string, from: Stack, to: Stack): { readonly before?: Where; readonly after?: Where } {
  const [before, after] = [from.places.get(id), to.places.get(id)];
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Changes of properties in the order of their paths. */
export function inOrder(changes: readonly PropertyChange[]): readonly PropertyChange[] {
  return [...changes].sort((a, b) => compared(a.path, b.path));
}

/** Paths step by step: numbers by their size, names by their characters. */
function compared(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}
