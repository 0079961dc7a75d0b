import { limits } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import { blueprintOf } from '../blueprint.js';
import { express } from '../express.js';
import { namesOf } from '../names.js';
import { at, type Branch, branch, type Tree, together, twig } from '../tree.js';
import type { TypesOf } from './claim.js';
import { distance, isList, isMap, jsonOf, namesIn, own, shortened, treeOf } from './json.js';
import { pruned, withoutMade } from './prune.js';
import { remarksIn } from './remarks.js';
import { type Found, Search, type Write } from './search.js';
import { type Candidate, type Compile, written } from './trial.js';

/** What is needed to find out what types give. */
export interface Tools {
  readonly types: TypesOf;
  readonly compile: Compile;
}

/** How often what was found is tried in the whole blueprint. */
const ROUNDS = 6;

/** The blueprint of a template with types in place of resources that they give; undefined where there are none. */
export function recover(template: Branch, { types, compile }: Tools): Branch | undefined {
  const original = normal(jsonOf(template)) as JsonMap;
  const resources = own(original, 'Resources');
  // What is larger than CloudFormation takes is nothing that could be compiled.
  if (!isMap(resources) || Object.keys(resources).length > limits.resources) return undefined;
  const names = namesOf(template);
  const write: Write = (value, called) =>
    jsonOf(
      express(treeOf(value), {
        names: { ...names, called: (text) => called.get(text) },
        exact: false,
        conditions: false,
      }),
    );
  const kept = withoutMade(template, original, types);
  const plain = blueprintOf(kept, { names, exact: false, conditions: false });
  const sections = sectionsOf(plain);
  const search = new Search({ original, sections, compile }, types, write);
  for (let round = 0; round < ROUNDS; round++) {
    const found = search.run();
    if (found === undefined || found.candidates.length === 0) return undefined;
    const blueprint = replaced(template, found, original);
    const wrong = wrongIn(blueprint, found, original, compile);
    if (wrong === undefined) return withoutShared(blueprint, template, found, original, compile);
    for (const candidate of wrong) search.ban(candidate);
  }
  return undefined;
}

/** What types share and nobody says anything about need not be written. */
function withoutShared(blueprint: Branch, template: Branch, found: Found, original: JsonMap, compile: Compile): Branch {
  const { candidates } = found;
  const shared = new Set(
    candidates.flatMap(({ claim }) => [...claim.type.template.shared.values()].map(({ type }) => type)),
  );
  const silent = ({ claim, config, beside }: Candidate) =>
    shared.has(claim.type.name) && Object.keys(config).length + Object.keys(beside).length === 0;
  const spoken = candidates.filter((candidate) => !silent(candidate));
  if (spoken.length === candidates.length) return blueprint;
  const shorter = replaced(template, { ...found, candidates: spoken }, original);
  return wrongIn(shorter, found, original, compile) === undefined ? shorter : blueprint;
}

/** Those that keep the whole from being the same; undefined where it is. */
function wrongIn(
  blueprint: Branch,
  { candidates }: Found,
  original: JsonMap,
  compile: Compile,
): readonly Candidate[] | undefined {
  const lines = linesOf(blueprint);
  const { template, errors } = compile(lines.map(({ text }) => text).join('\n'));
  if (template !== undefined && distance(template, { AWSTemplateFormatVersion: '2010-09-09', ...original }) === 0)
    return undefined;
  const about = errors.map((line) => lines[line - 1]?.about ?? '');
  const guilty = candidates.filter(({ claim }) => {
    const hidden = [...claim.ids].filter((id) => id !== claim.id);
    return about.some((name) => name === claim.id || hidden.some((id) => namesIn(partOf(original, name)).has(id)));
  });
  return guilty.length === 0 ? candidates : guilty;
}

/** A resource, or a section, by its name. */
function partOf(original: JsonMap, name: string): Json | undefined {
  const resources = own(original, 'Resources');
  return (
    (isMap(resources) ? own(resources, name) : undefined) ?? own(original, name.charAt(0).toUpperCase() + name.slice(1))
  );
}

function linesOf(blueprint: Branch): readonly { readonly text: string; readonly about: string }[] {
  const sections = blueprint.entries.flatMap(({ key, value }, index) => {
    const comma = index === blueprint.entries.length - 1 ? '' : ',';
    const json = jsonOf(value);
    if (key !== 'resources' || !isList(json))
      return [{ text: `${JSON.stringify(key)}:${JSON.stringify(json)}${comma}`, about: key }];
    const items = json.map((item, at) => ({
      text: JSON.stringify(item) + (at === json.length - 1 ? '' : ','),
      about: String(isMap(item) ? own(item, 'id') : ''),
    }));
    return [{ text: '"resources":[', about: '' }, ...items, { text: `]${comma}`, about: '' }];
  });
  return [{ text: '{', about: '' }, ...sections, { text: '}', about: '' }];
}

/** The blueprint with the resources that were found, each where the main one of its logical resources stood. */
function replaced(template: Branch, { candidates, outcome, called }: Found, original: JsonMap): Branch {
  const gone = new Map<string, Tree | undefined>([...outcome.made.keys()].map((id) => [id, undefined]));
  const resources = at(template, 'Resources');
  const entries = resources?.kind === 'branch' ? resources.entries : [];
  for (const candidate of candidates) {
    const own = entries.filter(({ key }) => outcome.made.get(key)?.includes(candidate));
    const remarks = together(...own.map(remarksIn));
    gone.set(candidate.claim.id, { ...(shortened(written(candidate)) as Branch), remarks });
  }
  const names = { ...namesOf(template), called: (text: string) => called.get(text) };
  const rest = pruned(template, original, new Set(outcome.made.keys()));
  return blueprintOf(rest, { names, exact: false, conditions: false }, gone);
}

/** What resources can refer to, as the blueprint says it. */
function sectionsOf(blueprint: Branch): JsonMap {
  const names = ['parameters', 'mappings', 'conditions'];
  const entries = blueprint.entries.filter(({ key }) => names.includes(key));
  return jsonOf(branch(entries.map(({ key, value }) => twig(key, value)))) as JsonMap;
}

/** Attributes are spelled as lists of two. */
function normal(value: Json): Json {
  if (isList(value)) return value.map(normal);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => {
    const dot = key === 'Fn::GetAtt' && typeof item === 'string' ? item.indexOf('.') : -1;
    return [key, dot > 0 ? [String(item).slice(0, dot), String(item).slice(dot + 1)] : normal(item)];
  });
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
