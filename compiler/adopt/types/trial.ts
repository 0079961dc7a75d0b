import type { JsonMap } from '../../template/template.js';
import type { Claim } from './claim.js';
import { resource } from './invert.js';
import { distance, isMap, namesIn, own, sizeOf } from './json.js';

/** What compiling a text gave: a template, or the lines (from 1) with errors. */
export interface Compiled {
  readonly template?: JsonMap;
  readonly errors: readonly number[];
}

export type Compile = (text: string) => Compiled;

/** A claim, and what its resource in the blueprint would say. */
export interface Candidate {
  readonly claim: Claim;
  readonly config: JsonMap;
  /** What stands beside the config. */
  readonly beside: JsonMap;
}

/** How far what candidates compile to is from the template. */
export interface Outcome {
  readonly score: number;
  /** What each of them has to do with it. */
  readonly shares: ReadonlyMap<Candidate, number>;
  /** The ids of logical resources that came out, with those to whom they belong. */
  readonly made: ReadonlyMap<string, readonly Candidate[]>;
}

/** What candidates are compiled beside: sections of the blueprint, and resources of which only the type is of interest. */
export interface Surroundings {
  readonly original: JsonMap;
  readonly sections: JsonMap;
  readonly compile: Compile;
}

/** With a macro of one's own nothing is said about properties; what stands beside candidates has none. */
const MACRO = 'Adopted';

const BEFORE = 2;

/** The outcome, or those candidates that have errors. */
export function attempt(candidates: readonly Candidate[], around: Surroundings, probes: readonly string[] = []) {
  const entries = [...candidates.map(written), ...beside(candidates, around.original), ...probes.map(probe)];
  const head = JSON.stringify({ ...around.sections, transform: MACRO }).slice(0, -1);
  const text = `${head},"resources":\n[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
  const { template, errors } = around.compile(text);
  const wrong = errors.map((line) => line - BEFORE - 1);
  return { template, wrong, size: entries.length };
}

export function written({ claim, config, beside }: Candidate): JsonMap {
  const given = Object.keys(config).length === 0 ? {} : { config };
  return { type: claim.type.name, id: claim.id, ...beside, ...given };
}

function beside(candidates: readonly Candidate[], original: JsonMap): readonly JsonMap[] {
  const ids = new Set(candidates.flatMap(({ claim }) => [...claim.ids]));
  const named = new Set([...ids].flatMap((id) => [...namesIn(resource(original, id))]));
  return [...named]
    .filter((id) => !ids.has(id))
    .flatMap((id) => {
      const type = own(resource(original, id), 'Type');
      return typeof type === 'string' ? [{ type, id }] : [];
    });
}

function probe(name: string, index: number): JsonMap {
  return { type: 'Custom::Probe', id: `${PROBE}${index}`, config: { value: `$${name}` } };
}

export const PROBE = 'ProbeOfAttribute';

/** Compares what came out with the template that is to come out. */
export function judge(candidates: readonly Candidate[], made: JsonMap, { original, sections }: Surroundings): Outcome {
  const shares = new Map(candidates.map((candidate) => [candidate, 0]));
  const owners = new Map<string, readonly Candidate[]>();
  const others = new Set(beside(candidates, original).map(({ id }) => id as string));
  let score = 0;
  const blame = (who: readonly Candidate[], much: number) => {
    score += much;
    for (const one of who) shares.set(one, (shares.get(one) ?? 0) + much);
  };
  const resources = own(made, 'Resources');
  const given = own(original, 'Resources');
  for (const [id, one] of Object.entries(isMap(resources) ? resources : {})) {
    if (others.has(id) || id.startsWith(PROBE)) continue;
    const who = ownersOf(id, candidates);
    owners.set(id, who);
    blame(who, distance(one, isMap(given) ? own(given, id) : undefined));
  }
  for (const candidate of candidates) {
    for (const id of candidate.claim.ids) {
      if (!owners.has(id)) score += sizeOf(isMap(given) ? own(given, id) : undefined);
    }
  }
  for (const section of ['Conditions', 'Mappings']) {
    const generated = own(made, section);
    const before = own(original, section);
    const known = own(sections, section.toLowerCase());
    for (const [name, value] of Object.entries(isMap(generated) ? generated : {})) {
      if (isMap(known) && Object.hasOwn(known, name)) continue;
      const users = candidates.filter((candidate) => uses(candidate, name, owners, isMap(resources) ? resources : {}));
      blame(users, distance(value, isMap(before) ? own(before, name) : undefined));
    }
  }
  return { score, shares, made: owners };
}

function uses(
  candidate: Candidate,
  name: string,
  owners: ReadonlyMap<string, readonly Candidate[]>,
  resources: JsonMap,
): boolean {
  const text = JSON.stringify(name);
  return [...owners].some(([id, who]) => who.includes(candidate) && JSON.stringify(resources[id]).includes(text));
}

/** The one whose id it begins with; what all share may be of any that shares something. */
function ownersOf(id: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const named = candidates.filter(({ claim }) => id.startsWith(claim.id));
  if (named.length === 0) return candidates.filter(({ claim }) => claim.type.template.shared.size > 0);
  const longest = Math.max(...named.map(({ claim }) => claim.id.length));
  return named.filter(({ claim }) => claim.id.length === longest);
}
