import type { PropertyChange, ResourceChange } from '../../../compiler/diff/model.js';
import { member } from '../../../compiler/diff/node.js';
import { sameJson } from '../../../compiler/diff/sameness.js';
import type { Path } from '../../../compiler/source/place.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { eachMention } from '../template/mentions.js';
import type { LocalTemplate } from '../template/model.js';
import type { ListedDetail } from './listed.js';

/** What is needed to tell why something changes. */
export interface Telling {
  readonly from: LocalTemplate;
  readonly to: LocalTemplate;
  /** The names of the parameters whose values are others. */
  readonly parameters: ReadonlySet<string>;
  /** The ids of the resources that are replaced for certain. */
  readonly replaced: ReadonlySet<string>;
}

const RECREATION = { true: 'Always', false: 'Never', conditional: 'Conditionally' } as const;
const CHANGES = { add: 'Add', remove: 'Remove', modify: 'Modify' } as const;
const ATTRIBUTES = {
  Properties: 'Properties',
  Metadata: 'Metadata',
  CreationPolicy: 'CreationPolicy',
  UpdatePolicy: 'UpdatePolicy',
  DeletionPolicy: 'DeletionPolicy',
  UpdateReplacePolicy: 'UpdateReplacePolicy',
} as const;

/** Why a resource changes, place by place (CloudFormation API Reference, ResourceChangeDetail). */
export function detailsOf(
  change: ResourceChange,
  telling: Telling,
  before: JsonMap | undefined,
  after: JsonMap | undefined,
): readonly ListedDetail[] {
  return change.properties.flatMap((property) => {
    const attribute = ATTRIBUTES[String(property.path[0]) as keyof typeof ATTRIBUTES];
    if (attribute === undefined) return [];
    const [one, other] = [textAt(before, property.path), textAt(after, property.path)];
    const name = attribute === 'Properties' ? property.path[1] : undefined;
    const place = {
      attribute,
      ...(name !== undefined && { name: String(name) }),
      recreation: RECREATION[property.replacement],
      path: `/${property.path.map(escaped).join('/')}`,
      ...(one !== undefined && property.action !== 'add' && { before: one }),
      ...(other !== undefined && property.action !== 'remove' && { after: other }),
      change: CHANGES[property.action],
    };
    return reasonsOf(change.id, property, telling).map((reason) => ({ ...place, ...reason }));
  });
}

type Reason = Pick<ListedDetail, 'evaluation' | 'source' | 'cause'>;

const WRITTEN: Reason = { evaluation: 'Static', source: 'DirectModification' };
const FOLLOWS: Reason = { evaluation: 'Dynamic', source: 'DirectModification' };

function reasonsOf(id: string, { path, through }: PropertyChange, telling: Telling): readonly Reason[] {
  const [from, to] = [rawOf(telling.from, id, path), rawOf(telling.to, id, path)];
  if (through !== undefined) return usesOf(to, through, telling);
  const named = namesIn(to).filter((name) => telling.parameters.has(name));
  const references = named.map((cause): Reason => ({ evaluation: 'Static', source: 'ParameterReference', cause }));
  if (references.length === 0) return [WRITTEN];
  return [...references, sameJson(from, to) ? FOLLOWS : WRITTEN];
}

/** References to one resource: of one that is replaced the value is another for certain. */
function usesOf(raw: Json | undefined, target: string, { replaced }: Telling): readonly Reason[] {
  const evaluation = replaced.has(target) ? 'Static' : 'Dynamic';
  const found = new Map<string, Reason>();
  eachMention(raw ?? null, (mention) => {
    if (mention.kind === 'name' && mention.name === target) {
      found.set(target, { evaluation, source: 'ResourceReference', cause: target });
    }
    if (mention.kind === 'attribute' && mention.id === target) {
      const cause = `${target}.${typeof mention.attribute === 'string' ? mention.attribute : ''}`;
      found.set(cause, { evaluation, source: 'ResourceAttribute', cause });
    }
  });
  return found.size > 0 ? [...found.values()] : [{ evaluation, source: 'ResourceReference', cause: target }];
}

function namesIn(raw: Json | undefined): readonly string[] {
  const names = new Set<string>();
  eachMention(raw ?? null, (mention) => {
    if (mention.kind === 'name') names.add(mention.name);
  });
  return [...names].sort();
}

/** What is written at a place, as far as it is written out: the nearest function around it otherwise. */
function rawOf({ resources }: LocalTemplate, id: string, path: Path): Json | undefined {
  let at: Json | undefined = resources.get(id)?.raw;
  for (const step of path) {
    const inner: Json | undefined = at === undefined ? undefined : stepInto(at, step);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

function stepInto(at: Json, step: string | number): Json | undefined {
  if (Array.isArray(at)) return typeof step === 'number' ? at[step] : undefined;
  return member(at, String(step));
}

/** What stands at a place, as text. */
function textAt(context: JsonMap | undefined, path: Path): string | undefined {
  let at: Json | undefined = context;
  for (const step of path) at = at === undefined ? undefined : stepInto(at, step);
  if (at === undefined) return undefined;
  return typeof at === 'object' && at !== null ? JSON.stringify(at) : String(at);
}

/** A step of a JSON pointer. */
function escaped(step: string | number): string {
  return String(step).replace(/~/g, '~0').replace(/\//g, '~1');
}
