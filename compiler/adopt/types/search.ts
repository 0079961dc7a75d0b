import { blueprintKey, resourceAttributes } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import { type Claim, claimsOf, type TypesOf } from './claim.js';
import { invert, resource } from './invert.js';
import { isList, isMap, namesIn, own } from './json.js';
import { judge, type Outcome } from './judge.js';
import { type Slot, slotsOf } from './slot.js';
import { attempt, type Candidate, PROBE, type Surroundings } from './trial.js';

/** How values of a template are written beside candidates; `called`: by the attributes that candidates offer. */
export type Write = (value: Json, called: ReadonlyMap<string, string>) => Json;

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly outcome: Outcome;
  /** The attributes that candidates offer, by what they give: `{"Ref":"DBFirewall"}` is `DB.firewall`. */
  readonly called: ReadonlyMap<string, string>;
}

/** How much may be tried for a template: compiled resources, one by one. */
const BUDGET = 40_000;

const ROUNDS = 8;

/** What waiting is for; nobody refers to it. */
const DONE = 'done';

/** Looks for configs with which types give what stands in a template. */
export class Search {
  private budget = BUDGET;
  private readonly banned = new Set<string>();
  private readonly kept = new Map<string, Candidate>();

  constructor(
    private readonly around: Surroundings,
    private readonly types: TypesOf,
    private readonly write: Write,
  ) {}

  ban({ claim }: Candidate): void {
    this.banned.add(`${claim.type.name} ${claim.id}`);
  }

  /** Candidates that give exactly what stands in the template; none where there are none. */
  run(): Found | undefined {
    for (let round = 0; round < ROUNDS; round++) {
      const found = this.round();
      if (found === undefined) return undefined;
      const wrong = found.candidates.filter((candidate) => found.outcome.shares.get(candidate) !== 0);
      if (wrong.length === 0) return found;
      for (const candidate of found.candidates) this.kept.set(candidate.claim.id, candidate);
      for (const candidate of wrong) this.ban(candidate);
    }
    return undefined;
  }

  private round(): Found | undefined {
    const resources = own(this.around.original, 'Resources');
    const claims = claimsOf(isMap(resources) ? resources : {}, this.types, this.banned);
    const begun = this.begin(claims);
    if (begun === undefined) return undefined;
    let [candidates, outcome] = begun;
    const called = this.attributes(candidates);
    const slots = candidates.map(({ claim }) => this.slots(claim, candidates, called));
    for (let pass = 0; pass < 2 && outcome.score > 0; pass++) {
      for (const index of candidates.keys()) {
        if (isRight(candidates[index] as Candidate, outcome)) continue;
        for (const change of this.changes(candidates[index] as Candidate, slots[index] ?? [])) {
          if (this.budget < 0 || isRight(candidates[index] as Candidate, outcome)) break;
          const changed = candidates.with(index, change(candidates[index] as Candidate));
          const then = this.judged(changed);
          if (then !== undefined && then.score < outcome.score) [candidates, outcome] = [changed, then];
        }
      }
    }
    for (const index of candidates.keys()) {
      for (const path of pathsIn((candidates[index] as Candidate).config)) {
        const candidate = candidates[index] as Candidate;
        const config = unset(candidate.config, path);
        if (this.budget < 0 || config === candidate.config) continue;
        const changed = candidates.with(index, { ...candidate, config });
        const then = this.judged(changed);
        if (then !== undefined && then.score <= outcome.score) [candidates, outcome] = [changed, then];
      }
    }
    return { candidates, outcome, called: this.attributes(candidates) };
  }

  /** Candidates with what they must have. Those that cannot be compiled are left out. */
  private begin(claims: readonly Claim[]): readonly [readonly Candidate[], Outcome] | undefined {
    const none = new Map<string, string>();
    let candidates = claims.flatMap((claim): Candidate[] => {
      const kept = this.kept.get(claim.id);
      if (kept?.claim.type === claim.type) return [{ ...kept, claim }];
      const needed = this.slots(
        claim,
        claims.map((one) => ({ claim: one })),
        none,
      ).filter(({ required }) => required);
      const missing = needed.some(({ options }) => options.length === 0);
      if (missing) this.ban({ claim, config: {}, beside: {} });
      return missing
        ? []
        : [
            {
              claim,
              config: needed.reduce((config, { path, options }) => set(config, path, options[0] ?? null), {}),
              beside: {},
            },
          ];
    });
    for (let round = 0; candidates.length > 0 && round < 40; round++) {
      const { template, wrong, size } = attempt(candidates, this.around);
      this.budget -= size;
      if (template !== undefined) return [candidates, judge(candidates, template, this.around)];
      const bad = candidates.filter((_, index) => wrong.includes(index));
      const others = bad.flatMap((candidate) => this.other(candidate, claims) ?? []);
      if (others.length > 0) {
        candidates = candidates.map((candidate) => others.find(({ claim }) => claim === candidate.claim) ?? candidate);
        continue;
      }
      if (bad.length === 0) return undefined;
      for (const candidate of bad) this.ban(candidate);
      candidates = candidates.filter((candidate) => !bad.includes(candidate));
    }
    return undefined;
  }

  /** The same with the next way to say what must be said. */
  private other({ claim, config, beside }: Candidate, claims: readonly Claim[]): Candidate | undefined {
    const slots = this.slots(
      claim,
      claims.map((one) => ({ claim: one })),
      new Map(),
    );
    for (const { path, options, required } of slots) {
      const now = JSON.stringify(own(config, path[0] ?? ''));
      const at = options.findIndex((option) => JSON.stringify(option) === now);
      const next = options[at + 1];
      if (required && at >= 0 && next !== undefined) return { claim, config: set(config, path, next), beside };
    }
    return undefined;
  }

  private judged(candidates: readonly Candidate[]): Outcome | undefined {
    const { template, size } = attempt(candidates, this.around);
    this.budget -= size;
    return template && judge(candidates, template, this.around);
  }

  private slots(
    claim: Claim,
    all: readonly Pick<Candidate, 'claim'>[],
    called: ReadonlyMap<string, string>,
  ): readonly Slot[] {
    const owners = (value: Json): readonly Json[] => {
      const names = [...namesIn(value)].slice(0, 3);
      const own = all.filter((one) => names.some((name) => one.claim.ids.has(name))).map((one) => `$${one.claim.id}`);
      const name = called.get(JSON.stringify(value));
      return name === undefined ? own : [...own, `$${name.split('.')[0]}`, `$${name}`];
    };
    const writing = { owners, written: (value: Json) => this.write(value, called) };
    return slotsOf(claim.type.schema, invert(claim, this.around.original), writing, this.types);
  }

  /** One thing after another that could be said about a candidate. */
  private *changes({ claim }: Candidate, slots: readonly Slot[]): Generator<(candidate: Candidate) => Candidate> {
    const keys = slots.filter(({ key, options }) => key && options.length > 0);
    const together = (now: Candidate): Candidate => ({
      ...now,
      config: keys.reduce((config, { path, options: [first = null] }) => set(config, path, first), now.config),
    });
    for (const inner of [false, true]) {
      if (keys.length > 1) yield together;
      for (const slot of slots) if (slot.path.length > 1 === inner) yield* fillings(slot);
    }
    for (const { path } of slots) yield (now) => ({ ...now, config: shorter(now.config, path) });
    const main = resource(this.around.original, claim.id);
    for (const name of resourceAttributes.keys()) {
      const value = name === 'Properties' || name === 'Type' ? undefined : own(main, name);
      if (value === undefined) continue;
      const written = resourceAttributes.get(name)?.takes === 'map' ? this.write(value, new Map()) : value;
      yield (now) => ({ ...now, beside: { ...now.beside, [blueprintKey(name)]: written } });
    }
  }

  /** What the attributes of candidates give. */
  private attributes(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
    const names = candidates.flatMap(({ claim }) =>
      [...claim.type.template.attributes.keys()]
        .filter((attribute) => attribute !== DONE)
        .map((attribute) => `${claim.id}.${attribute}`),
    );
    const first = this.probe(candidates, names);
    const members = [...first].flatMap(([name, value]) =>
      isList(value) ? value.flatMap((_, index) => [`${name}.${index}`, `${name}.${index + 1}`]) : [],
    );
    const second = this.probe(candidates, [...new Set(members)]);
    const mains = new Set(candidates.map(({ claim }) => JSON.stringify({ Ref: claim.id })));
    const called = new Map<string, string>();
    for (const [name, value] of [...first, ...second]) {
      const text = JSON.stringify(value);
      if (!mains.has(text) && !called.has(text) && (isMap(value) || isList(value) || typeof value === 'string'))
        called.set(text, name);
    }
    return called;
  }

  private probe(candidates: readonly Candidate[], names: readonly string[]): ReadonlyMap<string, Json> {
    let left = names;
    for (let round = 0; left.length > 0 && round < 4; round++) {
      const { template, wrong, size } = attempt(candidates, this.around, left);
      this.budget -= size;
      if (template !== undefined) return given(template, left);
      const offset = size - left.length;
      const fine = left.filter((_, index) => !wrong.includes(index + offset));
      if (fine.length === left.length) return new Map();
      left = fine;
    }
    return new Map();
  }
}

/** Whether all of it came out, and as it is to be. */
function isRight(candidate: Candidate, { made, shares }: Outcome): boolean {
  return shares.get(candidate) === 0 && [...candidate.claim.ids].every((id) => made.has(id));
}

function* fillings({ path, options, items }: Slot): Generator<(candidate: Candidate) => Candidate> {
  for (const option of options) yield (now) => ({ ...now, config: set(now.config, path, option) });
  for (const choice of items.flat()) yield (now) => ({ ...now, config: longer(now.config, path, choice) });
}

function given(template: JsonMap, names: readonly string[]): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  for (const [index, name] of names.entries()) {
    const properties = own(resource(template, `${PROBE}${index}`), 'Properties');
    const value = isMap(properties) ? own(properties, 'value') : undefined;
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function set(config: JsonMap, [key = '', ...rest]: readonly string[], value: Json): JsonMap {
  if (rest.length === 0) return { ...config, [key]: value };
  const inner = own(config, key);
  return { ...config, [key]: set(isMap(inner) ? inner : {}, rest, value) };
}

/** The keys that can be left out, also those of items of lists. */
function pathsIn(value: Json, depth = 0): readonly (readonly string[])[] {
  const entries = isList(value)
    ? value.map((item, at): [string, Json] => [String(at), item])
    : isMap(value)
      ? Object.entries(value)
      : [];
  if (depth > 3 || entries.length > 50) return [];
  return entries.flatMap(([key, item]) => [
    ...(isList(value) ? [] : [[key]]),
    ...pathsIn(item, depth + 1).map((path) => [key, ...path]),
  ]);
}

/** Without a key, and without the maps that are empty then. */
function unset(config: JsonMap, [key = '', ...rest]: readonly string[]): JsonMap {
  const value = own(config, key);
  if (value === undefined) return config;
  const inner = rest.length === 0 ? undefined : without(value, rest);
  if (inner === value) return config;
  const { [key]: _, ...others } = config;
  return inner === undefined || (isMap(inner) && Object.keys(inner).length === 0)
    ? others
    : { ...config, [key]: inner };
}

function without(value: Json, path: readonly string[]): Json {
  if (isMap(value)) return unset(value, path);
  const [at, ...rest] = path;
  const item = isList(value) ? value[Number(at)] : undefined;
  return isList(value) && isMap(item) ? value.with(Number(at), unset(item, rest)) : value;
}

/** With one more item in a list. */
function longer(config: JsonMap, path: readonly string[], item: Json): JsonMap {
  const value = path.reduce((inner: Json | undefined, key) => (isMap(inner) ? own(inner, key) : undefined), config);
  const text = JSON.stringify(item);
  if (isList(value) && value.some((one) => JSON.stringify(one) === text)) return config;
  return set(config, path, [...(isList(value) ? value : []), item]);
}

/** Without the last item of a list: what another resource adds to it need not be said. */
function shorter(config: JsonMap, [key = '']: readonly string[]): JsonMap {
  const value = own(config, key);
  return isList(value) && value.length > 1 ? { ...config, [key]: value.slice(0, -1) } : config;
}
