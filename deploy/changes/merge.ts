import type { Diff, PropertyChange, Replacement, ResourceChange, Where } from '../../compiler/diff/model.js';
import { inOrder as inOrderOfPaths } from '../../compiler/diff/resources.js';
import { replacements } from '../../compiler/diff/risks/replacements.js';
import { inOrder } from '../../compiler/diff/risks/risks.js';
import { chainOf } from './chain.js';
import type { Listed } from './listed.js';

/** What is known beside both differences. */
export interface MergeContext {
  readonly places: ReadonlyMap<string, Where>;
  /** Whether a type holds data. */
  isStateful(type: string): boolean;
}

/**
 * One difference of two: of the templates, which knows values, scripts and reasons, and of CloudFormation's change set,
 * which decides what happens to which resource. What it does not list does not happen, unless it lists nothing at all, as
 * some endpoints do, or nothing happens to the physical resource.
 */
export function merge(offline: Diff, listed: ReadonlyMap<string, Listed>, context: MergeContext): Diff {
  if (listed.size === 0) return offline;
  const known = new Map(offline.resources.map((change) => [change.id, change]));
  const resources = [
    ...[...listed.values()].map((one) => merged(one, known.get(one.id), listed, context)),
    ...offline.resources.filter(({ id, metadataOnly }) => metadataOnly && !listed.has(id)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...offline, resources, risks: risksOf(offline, resources, context) };
}

function risksOf({ risks }: Diff, resources: readonly ResourceChange[], { places }: MergeContext): Diff['risks'] {
  const others = risks.filter(({ kind }) => kind !== 'replacement' && kind !== 'data-loss');
  return inOrder([...others, ...replacements({ resources, from: { places: new Map() }, to: { places } })]);
}

function merged(
  one: Listed,
  offline: ResourceChange | undefined,
  listed: ReadonlyMap<string, Listed>,
  context: MergeContext,
): ResourceChange {
  const same = offline !== undefined && kindOf(offline.action) === kindOf(one.action) ? offline : undefined;
  const replacement = one.action === 'modify' ? (one.replacement ?? same?.replacement ?? 'false') : 'false';
  const type = one.type === '' ? (offline?.type ?? '') : one.type;
  const data = dataOf(one, same, replacement, type, context);
  const { renamed, before } = same ?? {};
  const after = one.action === 'remove' ? undefined : whereOf(one.id, context.places);
  return {
    id: one.id,
    type,
    action: one.action,
    replacement,
    metadataOnly: one.untouched ?? same?.metadataOnly ?? false,
    dynamic: same?.dynamic ?? one.indirect,
    properties: propertiesOf(one, same, replacement),
    because: becauseOf(one.id, same, replacement, listed),
    ...(renamed !== undefined && { renamed }),
    ...(data !== undefined && { data }),
    ...(one.later && { later: true }),
    ...(one.drift !== undefined && { drift: one.drift }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** For a template, what is imported is there for the first time. */
function kindOf(action: ResourceChange['action']): string {
  return action === 'import' ? 'add' : action;
}

/** What CloudFormation says of the old physical resource matters where it holds data, or is kept. */
function dataOf(
  { fate, action }: Listed,
  offline: ResourceChange | undefined,
  replacement: Replacement,
  type: string,
  { isStateful }: MergeContext,
): ResourceChange['data'] {
  if (action === 'add' || action === 'import' || (action === 'modify' && replacement === 'false')) return undefined;
  if (fate !== undefined) return fate !== 'deleted' || isStateful(type) ? fate : undefined;
  return offline?.data ?? (isStateful(type) && replacement !== 'conditional' ? 'deleted' : undefined);
}

/** As far as the resource itself: a place cannot replace more than CloudFormation says. */
function propertiesOf(
  { properties }: Listed,
  offline: ResourceChange | undefined,
  replacement: Replacement,
): readonly PropertyChange[] {
  const written = offline?.properties ?? [];
  const listed = new Map(properties.map(({ change }) => [JSON.stringify(change.path), change]));
  const known = new Set(written.map(({ path }) => JSON.stringify(path)));
  const above = new Set(written.flatMap(({ path }) => path.map((_, at) => JSON.stringify(path.slice(0, at)))));
  const covered = ({ path }: PropertyChange) =>
    above.has(JSON.stringify(path)) || path.some((_, at) => known.has(JSON.stringify(path.slice(0, at + 1))));
  const all = [
    ...written.map((change) => withActual(change, listed.get(JSON.stringify(change.path)))),
    ...properties.flatMap(({ change }) => (covered(change) ? [] : [change])),
  ];
  return inOrderOfPaths(all.map((change) => ({ ...change, replacement: weaker(change.replacement, replacement) })));
}

function withActual(change: PropertyChange, listed: PropertyChange | undefined): PropertyChange {
  return listed?.actual === undefined ? change : { ...change, actual: listed.actual };
}

function weaker(one: Replacement, most: Replacement): Replacement {
  if (one === 'false' || most === 'false') return 'false';
  return one === 'true' && most === 'true' ? 'true' : 'conditional';
}

function becauseOf(
  id: string,
  offline: ResourceChange | undefined,
  replacement: Replacement,
  listed: ReadonlyMap<string, Listed>,
): ResourceChange['because'] {
  if (replacement === 'false') return [];
  const said = chainOf(id, listed);
  return said.length > 0 ? said : offline?.replacement === replacement ? offline.because : [];
}

/** Of what is in a nested stack, where the blueprint speaks of that. */
function whereOf(id: string, places: ReadonlyMap<string, Where>): Where | undefined {
  return places.get(id) ?? places.get(id.split('/')[0] ?? '');
}
