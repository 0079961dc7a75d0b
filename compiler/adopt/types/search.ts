import { blueprintKey, resourceAttributes } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import { type Claim, claimsOf, type TypesOf } from './claim.js';
import { dispensable, longer, set, shorter, unset, valueAt } from './config.js';
import { guesses } from './guess.js';
import { without } from './hint.js';
import { invert, resource } from './invert.js';
import { isList, isMap, namesIn, own } from './json.js';
import { judge, type Outcome } from './judge.js';
import { grantsOf, membersOf, prefixes } from './offer.js';
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

/** Candidates on their way, and what they give now. */
interface State {
  candidates: readonly Candidate[];
  outcome: Outcome;
}

type Change = (candidate: Candidate) => Candidate;

/** How much may be tried for a template: compiled resources, one by one, so many and some more for each that it has. */
const BUDGET = 3000;
const MORE = 50;

/** What compiling costs beside that. */
const EACH = 5;

const ROUNDS = 8;

/** How often it is begun anew with other guesses. */
const BEGINNINGS = 40;

/** What waiting is for; nobody refers to it. */
const DONE = 'done';

/** Looks for configs with which types give what stands in a template. */
export class Search {
  private budget: number;
  private readonly banned = new Set<string>();
  private readonly kept = new Map<string, Candidate>();

  constructor(
    private readonly around: Surroundings,
    private readonly types: TypesOf,
    private readonly write: Write,
  ) {
    this.budget = BUDGET + MORE * Object.keys(own(around.original, 'Resources') ?? {}).length;
  }

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
    const state: State = { candidates: begun[0], outcome: begun[1] };
    const called = this.attributes(state.candidates);
    const slots = state.candidates.map(({ claim }) => this.slots(claim, state.candidates, called));
    for (let pass = 0; pass < 2 && state.outcome.score > 0; pass++) {
      for (const index of state.candidates.keys()) {
        if (isRight(at(state, index), state.outcome)) continue;
        if (this.improve(state, index, [everything(slots[index] ?? [])])) this.shorten(state, index);
        this.improve(state, index, this.changes(at(state, index), slots[index] ?? []));
        this.shorten(state, index);
      }
    }
    for (const index of state.candidates.keys()) this.shorten(state, index);
    return { ...state, called: this.attributes(state.candidates) };
  }

  /** Whether any of the changes to a candidate brought it nearer to what it is to give. */
  private improve(state: State, index: number, changes: Iterable<Change>): boolean {
    const before = state.outcome;
    for (const change of changes) {
      if (this.budget < 0 || isRight(at(state, index), state.outcome)) break;
      this.tried(state, index, change(at(state, index)), (now, then) => then < now);
    }
    return state.outcome !== before;
  }

  /** Without what a candidate need not say. */
  private shorten(state: State, index: number): void {
    for (const path of dispensable(at(state, index).config)) {
      const candidate = at(state, index);
      const config = unset(candidate.config, path);
      if (this.budget < 0 || config === candidate.config) continue;
      this.tried(state, index, { ...candidate, config }, (now, then) => then <= now);
    }
  }

  private tried(
    state: State,
    index: number,
    candidate: Candidate,
    isFine: (now: number, then: number) => boolean,
  ): void {
    const candidates = state.candidates.with(index, candidate);
    const outcome = this.judged(candidates);
    if (outcome !== undefined && isFine(state.outcome.score, outcome.score))
      Object.assign(state, { candidates, outcome });
  }

  /** Candidates with the first guesses that can be compiled. Those that cannot be compiled are left out. */
  private begin(claims: readonly Claim[]): readonly [readonly Candidate[], Outcome] | undefined {
    const all = claims.map((claim) => ({ claim }));
    const left = new Map(claims.map((claim) => [claim, guesses(this.slots(claim, all, new Map())).values()]));
    let candidates = claims.flatMap((claim) => {
      const kept = this.kept.get(claim.id);
      return kept?.claim.type === claim.type ? { ...kept, claim } : this.next(claim, left);
    });
    for (let round = 0; candidates.length > 0 && round < BEGINNINGS; round++) {
      const { template, wrong, size } = attempt(candidates, this.around);
      this.budget -= size + EACH;
      if (template !== undefined) return [candidates, judge(candidates, template, this.around)];
      if (!candidates.some((_, index) => wrong.includes(index))) return undefined;
      candidates = candidates.flatMap((candidate, index) =>
        wrong.includes(index) ? this.next(candidate.claim, left) : candidate,
      );
    }
    return undefined;
  }

  /** A claim with the next guess. */
  private next(claim: Claim, left: ReadonlyMap<Claim, Iterator<JsonMap>>): readonly Candidate[] {
    const guess = left.get(claim)?.next();
    const candidate = { claim, config: guess?.value ?? {}, beside: {} };
    if (guess !== undefined && !guess.done) return [candidate];
    this.ban(candidate);
    return [];
  }

  private judged(candidates: readonly Candidate[]): Outcome | undefined {
    const { template, size } = attempt(candidates, this.around);
    this.budget -= size + EACH;
    return template && judge(candidates, template, this.around);
  }

  private slots(
    claim: Claim,
    all: readonly Pick<Candidate, 'claim'>[],
    called: ReadonlyMap<string, string>,
  ): readonly Slot[] {
    const owners = (value: Json): readonly Json[] => {
      const names = [...namesIn(value)].slice(0, 3);
      const whose: Json[] = all
        .filter((one) => names.some((name) => one.claim.ids.has(name)))
        .map((one) => `$${one.claim.id}`);
      const raw = names.filter((name) => !all.some(({ claim }) => claim.ids.has(name)) && this.isResource(name));
      whose.push(...raw.map((name) => `$${name}`));
      const name = called.get(JSON.stringify(value));
      return name === undefined ? whose : [...whose, ...prefixes(name).map((prefix) => `$${prefix}`)];
    };
    const granted = (statements: readonly Json[], attribute: string) => grantsOf(statements, attribute, called);
    const writing = { owners, granted, written: (value: Json) => this.write(value, called) };
    const hidden = new Set([...claim.ids].filter((id) => id !== claim.id));
    const hint = without(invert(claim, this.around.original), hidden);
    const slots = slotsOf(claim.type.schema, hint, writing, this.types);
    return slots.toSorted((a, b) => Number(a.loose) - Number(b.loose));
  }

  private isResource(name: string): boolean {
    const resources = own(this.around.original, 'Resources');
    return isMap(resources) && Object.hasOwn(resources, name);
  }

  /** One thing after another that could be said about a candidate. */
  private *changes({ claim }: Candidate, slots: readonly Slot[]): Generator<Change> {
    const keys = slots.filter(({ key, options }) => key && options.length > 0);
    const together = (now: Candidate): Candidate => ({
      ...now,
      config: keys.reduce((config, { path, options: [first = null] }) => set(config, path, first), now.config),
    });
    for (const inner of [false, true]) {
      if (keys.length > 1) yield together;
      for (const slot of slots) if (slot.path.length > 1 === inner) yield* fillings(slot, slots);
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
    const items = [...first].flatMap(([name, value]) =>
      isList(value) ? value.flatMap((_, index) => [`${name}.${index}`, `${name}.${index + 1}`]) : [],
    );
    const second = this.probe(candidates, [...new Set(items)]);
    const mains = new Set(candidates.map(({ claim }) => JSON.stringify({ Ref: claim.id })));
    const called = new Map<string, string>();
    for (const [name, value] of [
      ...first,
      ...second,
      ...[...first].flatMap(([name, value]) => membersOf(name, value)),
    ]) {
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
      this.budget -= size + EACH;
      if (template !== undefined) return given(template, left);
      const offset = size - left.length;
      const fine = left.filter((_, index) => !wrong.includes(index + offset));
      if (fine.length === left.length) return new Map();
      left = fine;
    }
    return new Map();
  }
}

function at({ candidates }: State, index: number): Candidate {
  return candidates[index] as Candidate;
}

/** All that the resources seem to say. */
function everything(slots: readonly Slot[]): Change {
  const told = slots.filter(({ found }) => found !== undefined);
  return (now) => {
    const unsaid = told.filter(({ path }) => valueAt(now.config, path) === undefined);
    return { ...now, config: unsaid.reduce((config, { path, found }) => set(config, path, found ?? null), now.config) };
  };
}

/** Whether all of it came out, and as it is to be. */
function isRight(candidate: Candidate, { made, shares }: Outcome): boolean {
  return shares.get(candidate) === 0 && [...candidate.claim.ids].every((id) => made.has(id));
}

function* fillings({ path, options, found, items }: Slot, slots: readonly Slot[]): Generator<Change> {
  for (const option of options) yield (now) => ({ ...now, config: set(now.config, path, option) });
  // What is said with one key may be what another is for.
  const text = JSON.stringify(found);
  for (const other of found === undefined ? [] : slots) {
    if (other.path !== path && JSON.stringify(other.found) === text)
      yield (now) => ({ ...now, config: set(unset(now.config, other.path), path, found ?? null) });
  }
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
