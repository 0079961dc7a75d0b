import type { Report } from '../../diagnostics/diagnostic.js';
import { pseudoParameters } from '../../template/cloudformation.js';
import { ASSETS_BUCKET_NAME } from '../../text/code.js';
import { didYouMean } from '../../text/suggest.js';
import { isCloudFormation } from '../declarations.js';
import { KINDS, type Named, WORDS } from './names.js';
import type { Round, Use } from './uses.js';

/** What a repetition's name answers. */
const ROUND = ['key', 'value', 'index'];

/** After so many unknown names no nearest one is looked for: each is compared with all that there are. */
const SUGGESTED = 100;

/** Reports names that mean nothing, and members that are known not to be there. */
export function resolve(uses: readonly Use[], named: ReadonlyMap<string, Named>, report: Report): void {
  let unknown = 0;
  for (const use of uses) {
    const { chain, rounds } = use;
    const found = named.get(chain.name);
    if (rounds.has(chain.name)) checkMember(use, `"${chain.name}"`, ROUND, report);
    else if (found !== undefined) checkNamed(use, found, report);
    else if (!isWord(chain.name) && !isOfAll(chain.name)) {
      reportUnknown(use, unknown++ < SUGGESTED ? [...named.keys()] : [], report);
    }
  }
}

/** Whether it means the same in every scope. */
function isOfAll(name: string): boolean {
  return pseudoParameters.has(name) || name === ASSETS_BUCKET_NAME;
}

/** `self` and `each` only mean something where there is one. */
function isWord(name: string): boolean {
  return WORDS.has(name) && name !== 'self' && name !== 'each';
}

function reportUnknown({ chain, place, form, rounds }: Use, names: readonly string[], report: Report): void {
  const { name, from } = chain;
  const absent: Readonly<Record<string, string>> = {
    self: 'None of the resources is called "self".',
    each: 'Only a "forEach" has an "each".',
  };
  const isWhole = form === 'name' && from === 1;
  const words = [...WORDS.keys()].filter(isWord);
  const hint =
    (Object.hasOwn(absent, name) ? absent[name] : undefined) ??
    didYouMean(name, [...rounds, ...names, ...words, ...pseudoParameters.keys()]) ??
    (isWhole ? `For the text "$${name}" itself, write "$$${name}".` : undefined);
  report('unknown-name', place, { name }, { part: { from, to: from + name.length }, hint });
}

function checkNamed(use: Use, { part, type }: Named, report: Report): void {
  const { chain, form } = use;
  const [step] = chain.steps;
  if (type !== undefined && form === 'name') {
    checkMember(use, `${type.name} "${chain.name}"`, [...type.template.attributes.keys()], report);
  }
  const raw = part !== undefined && part.forEach === undefined && isCloudFormation(part.type);
  if (!raw || step?.kind !== 'member' || step.optional) return;
  // CloudFormation's attributes begin with a capital letter; those of custom resources are their makers' own.
  if (!/^[a-z]/.test(step.key) || part.type.startsWith('Custom::')) return;
  checkMember(use, `${part.type} "${chain.name}"`, [], report);
}

function checkMember({ chain, place }: Use, owner: string, offered: readonly string[], report: Report): void {
  const [step] = chain.steps;
  if (step?.kind !== 'member' || step.optional || offered.includes(step.key)) return;
  const { key, from, to } = step;
  const listed = offered.length === 0 ? undefined : `It offers ${offered.join(', ')}.`;
  const hint = didYouMean(key, offered) ?? listed ?? "CloudFormation's attributes begin with a capital letter.";
  report('unknown-attribute', place, { name: key, owner }, { part: { from, to }, hint });
}

/** A repetition that is called like something else hides it. */
export function checkRound({ as, place }: Round, named: ReadonlyMap<string, Named>, report: Report): void {
  if (as === 'each') return;
  const found = named.get(as);
  const word = WORDS.get(as);
  if (found !== undefined) {
    const related = [{ place: found.place, part: 'key' as const, message: 'The other one is here.' }];
    report('name-clash', place, { name: as, other: KINDS[found.section] }, { related });
  } else if (word !== undefined) report('name-clash', place, { name: as, other: word });
}
