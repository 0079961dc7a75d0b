import { limits } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import type { Type } from '../../types/type.js';
import { blueprintOf } from '../blueprint.js';
import { express } from '../express.js';
import { namesOf } from '../names.js';
import { print } from '../print.js';
import { type Branch, branch, twig } from '../tree.js';
import type { Claim, TypesOf } from './claim.js';
import { isList, isMap, jsonOf, own, treeOf } from './json.js';
import { withoutMade } from './prune.js';
import { type Adopting, replaced } from './replace.js';
import { type Found, Search, type Write } from './search.js';
import type { Candidate, Compile } from './trial.js';
import { gives, wrongIn } from './verify.js';

/** What is needed to find out what types give. */
export interface Tools {
  readonly types: TypesOf;
  readonly compile: Compile;
}

/** How often what was found is tried in the whole blueprint. */
const ROUNDS = 6;

/** The text of a blueprint with types in place of the resources that they give; undefined where there are none. */
export function recover(template: Branch, exact: boolean, { types, compile }: Tools): string | undefined {
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
  const plain = blueprintOf(kept, { names, exact, conditions: false });
  const sections = sectionsOf(plain);
  const search = new Search({ original, sections, compile }, types, write);
  const adopting = { template, original, exact };
  for (let round = 0; round < ROUNDS; round++) {
    const found = search.run();
    if (found === undefined || found.candidates.length === 0) return undefined;
    const blueprint = replaced(found, adopting);
    const wrong = wrongIn(blueprint, found.candidates, original, compile);
    if (wrong === undefined) {
      const text = print(withoutShared(blueprint, found, adopting, compile));
      return gives(text, original, compile) ? text : undefined;
    }
    for (const candidate of wrong) search.ban(candidate);
  }
  return undefined;
}

/** What types share and nobody says anything about need not be written. */
function withoutShared(blueprint: Branch, found: Found, adopting: Adopting, compile: Compile): Branch {
  const { candidates } = found;
  const shared = new Set(
    candidates.flatMap(({ claim }) =>
      typesIn(claim).flatMap(({ template }) => [...template.shared.values()].map(({ type }) => type)),
    ),
  );
  const silent = ({ claim, config, beside }: Candidate) =>
    shared.has(claim.type.name) && Object.keys(config).length + Object.keys(beside).length === 0;
  const spoken = candidates.filter((candidate) => !silent(candidate));
  if (spoken.length === candidates.length) return blueprint;
  const shorter = replaced({ ...found, candidates: spoken }, adopting);
  return wrongIn(shorter, candidates, adopting.original, compile) === undefined ? shorter : blueprint;
}

/** The types of which a claim is made, its own first. */
function typesIn({ type, parts }: Claim): readonly Type[] {
  const nested = [...parts.values()].flat().flatMap((one) => (typeof one === 'string' ? [] : typesIn(one)));
  return [type, ...nested];
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
