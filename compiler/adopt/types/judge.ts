import type { Json, JsonMap } from '../../template/template.js';
import { distance, isMap, namesIn, own, sizeOf } from './json.js';
import { beside, type Candidate, PROBE, type Surroundings } from './trial.js';

/** How far what candidates compile to is from the template. */
export interface Outcome {
  readonly score: number;
  /** What each of them has to do with it. */
  readonly shares: ReadonlyMap<Candidate, number>;
  /** The ids of logical resources that came out, with those to whom they belong. */
  readonly made: ReadonlyMap<string, readonly Candidate[]>;
}

/** Compares what came out with the template that is to come out. */
export function judge(candidates: readonly Candidate[], template: JsonMap, around: Surroundings): Outcome {
  const came = section(template, 'Resources');
  const meant = section(around.original, 'Resources');
  const made = owners(candidates, came, around);
  const shares = new Map(candidates.map((candidate) => [candidate, 0]));
  let score = 0;
  const blame = (who: readonly Candidate[], much: number) => {
    score += much;
    for (const one of who) shares.set(one, (shares.get(one) ?? 0) + much);
  };
  for (const [id, who] of made) blame(who, distance(own(came, id), own(meant, id)));
  for (const { claim } of candidates) {
    for (const id of claim.ids) if (!made.has(id)) score += sizeOf(own(meant, id));
  }
  for (const { name, value, wanted } of generated(template, around)) {
    const text = JSON.stringify(name);
    const users = [...made].filter(([id]) => JSON.stringify(came[id]).includes(text)).flatMap(([, who]) => who);
    blame([...new Set(users)], distance(value, wanted));
  }
  return { score, shares, made };
}

/** Whose a logical resource is: of the one whose id it begins with, or else of those that refer to what is nobody's. */
function owners(
  candidates: readonly Candidate[],
  came: JsonMap,
  { original }: Surroundings,
): ReadonlyMap<string, readonly Candidate[]> {
  const byId = new Map(candidates.map((candidate) => [candidate.claim.id, candidate]));
  const others = new Set(beside(candidates, original).map(({ id }) => id));
  const ids = Object.keys(came).filter((id) => !others.has(id) && !id.startsWith(PROBE));
  const found = new Map(ids.map((id) => [id, ownerOf(id, byId)]));
  const shared = new Set(ids.filter((id) => found.get(id) === undefined));
  const users = new Set<Candidate>();
  for (const [id, owner] of shared.size === 0 ? [] : found) {
    if (owner !== undefined && [...namesIn(own(came, id))].some((name) => shared.has(name))) users.add(owner);
  }
  const all = users.size > 0 ? [...users] : candidates;
  return new Map(ids.map((id) => [id, shared.has(id) ? all : [found.get(id) as Candidate]]));
}

function ownerOf(id: string, byId: ReadonlyMap<string, Candidate>): Candidate | undefined {
  for (let length = id.length; length > 0; length--) {
    const owner = byId.get(id.slice(0, length));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The conditions and mappings that types have made. */
function generated(template: JsonMap, { original, sections }: Surroundings) {
  return ['Conditions', 'Mappings'].flatMap((name) => {
    const known = section(sections, name.toLowerCase());
    const before = section(original, name);
    const entries = Object.entries(section(template, name)).filter(([key]) => !Object.hasOwn(known, key));
    return entries.map(([key, value]) => ({ name: key, value, wanted: own(before, key) }));
  });
}

function section(template: JsonMap, name: string): Readonly<Record<string, Json>> {
  const found = own(template, name);
  return isMap(found) ? found : {};
}
