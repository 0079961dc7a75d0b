import type { Blueprint } from '../check/blueprint.js';
import type { Place } from '../source/place.js';
import { pseudoParameters } from '../template/cloudformation.js';
import { Reference } from '../template/value.js';
import { ASSETS_BUCKET, ASSETS_BUCKET_NAME } from '../text/code.js';
import type { Chain, NameExpression } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import { type ComputedAsked, computed } from './lookup.js';
import { memberOf } from './member.js';
import { type Head, Instance, type Scope } from './model.js';

/** How CloudFormation itself writes texts that begin with a dollar; `$$…` writes them here. */
const AWS_WORDS = new Set([
  'default',
  'LATEST',
  'connect',
  'disconnect',
  'context',
  'input',
  'util',
  'ctx',
  'stageVariables',
  'request',
]);

/** What a name and its steps lead to. `form` is how it was written: a function says less clearly what it means. */
export function evaluateChain(chain: Chain, scope: Scope, place: Place, form: NameExpression['form']): Head {
  if (chain.name === ASSETS_BUCKET_NAME) return new Reference(ASSETS_BUCKET, undefined, scope.author ?? place);
  const found = scope.find(chain.name);
  if (found === undefined && !pseudoParameters.has(chain.name)) return unknownName(chain, scope, place, form);
  let head = found === undefined ? new Reference(chain.name, undefined, scope.author ?? place) : found.get();
  // A parameter is used where it is named, not where it is declared.
  if (scope.author === undefined && head instanceof Reference) {
    head = new Reference(head.target, head.attribute, place);
  }
  let owner: ComputedAsked['owner'];
  for (const [index, step] of chain.steps.entries()) {
    if (step.kind === 'member') {
      if (head instanceof Instance) owner = { instance: head, attribute: step.key };
      head = memberOf(head, { chain, step, scope, place, form });
    } else {
      const key = evaluateChain(step.chain, scope, place, 'name');
      head = computed(head, { chain, index, step, scope, place, key, owner });
    }
  }
  return head;
}

function unknownName(chain: Chain, scope: Scope, place: Place, form: NameExpression['form']): Head {
  const { name, from } = chain;
  // What a macro makes cannot be seen; linking says so.
  if (form !== 'name' && !scope.template && scope.world.blueprint.transform !== undefined) return pasted(chain, place);
  const literal = AWS_WORDS.has(name) ? `For the text "$${name}" itself, write "$$${name}".` : undefined;
  const near = scope.world.bounds.hint(() => didYouMean(name, [...scope.names(), ...pseudoParameters.keys()]));
  const extra = { part: { from, to: from + name.length }, hint: literal ?? near ?? asItStands(chain, scope, form) };
  const { report, blueprint } = scope.world;
  if (form === 'name') report('unknown-name', place, { name }, extra);
  else report('unknown-reference', place, { name, other: otherKind(name, blueprint) }, extra);
  return undefined;
}

/** How a text is written that only looks like a reference. Only in `Fn::Sub` is a function's name without attribute one. */
function asItStands(
  { name, steps, from }: Chain,
  { template }: Scope,
  form: NameExpression['form'],
): string | undefined {
  if (form === 'name' && template) return undefined;
  if (form === 'name') return `If it is meant as it stands, write ${from > 1 ? '"$${{"' : `"$$${name}"`}.`;
  return form === 'attribute' && steps.length === 0 ? `Write \${!${name}} where the text itself is meant.` : undefined;
}

function otherKind(name: string, { conditions, mappings }: Blueprint): string | undefined {
  return conditions.has(name) ? 'condition' : mappings.has(name) ? 'mapping' : undefined;
}

function pasted({ name, steps }: Chain, place: Place): Reference {
  const keys = steps.map((step) => (step.kind === 'member' ? step.key : ''));
  return new Reference(name, keys.length === 0 ? undefined : keys.join('.'), place);
}
