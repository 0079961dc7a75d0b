import { pseudoParameters } from '../template/cloudformation.js';
import { Reference } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { dotted } from '../text/sub.js';
import { didYouMean } from '../text/suggest.js';
import { attributeOf, offers } from './attribute.js';
import { follow } from './blame.js';
import { evaluateChain } from './chain.js';
import {
  Choice,
  Group,
  type Head,
  Instance,
  LazyList,
  RawResource,
  type Scope,
  type Scoped,
  type World,
} from './model.js';

/** The logical ids that a `waitFor` or `dependsOn` means: for a resource of a JIML type, what it says is `done`. */
export function waitTargets({ expression, scope }: Scoped, world: World): readonly string[] {
  const items = expression.kind === 'list' ? expression.items : [expression];
  return items.flatMap((item) => {
    if (scope.template) return [...targetsOf(world.evaluate(item, scope), scope, world), ...idsIn(item, scope, world)];
    if (!canWaitFor(item, scope, world)) return [];
    const written = item.kind === 'literal' ? String(item.value) : world.evaluate(item, scope);
    return targetsOf(typeof written === 'string' ? named(written, item, scope) : written, scope, world);
  });
}

/** A text in the author's config that a type waits for is an id, where there is such a resource. */
function idsIn(item: Expression, scope: Scope, world: World): readonly string[] {
  const { expression, scope: author } = follow({ expression: item, scope });
  if (author.template) return [];
  const texts = expression.kind === 'list' ? expression.items : [expression];
  return texts.flatMap((text) => {
    if (text.kind !== 'literal' || author.find(dotted(String(text.value)).name) === undefined) return [];
    return targetsOf(named(String(text.value), text, author), author, world);
  });
}

function named(text: string, { place }: Expression, scope: Scope): Head {
  return evaluateChain(dotted(text), scope, place, 'ref');
}

/** Reports a name that is none, or that names no resource. What a macro makes cannot be seen; linking says so. */
function canWaitFor(item: Expression, scope: Scope, { blueprint, report, bounds }: World): boolean {
  const chain = item.kind === 'name' ? item.chain : item.kind === 'literal' ? dotted(String(item.value)) : undefined;
  if (chain === undefined) return true;
  const { name, from } = chain;
  const parameter = blueprint.parameters.has(name);
  if (!parameter && (scope.find(name) !== undefined || blueprint.transform !== undefined)) return true;
  const others = { parameter, pseudo: pseudoParameters.has(name), condition: blueprint.conditions.has(name) };
  const other = Object.entries(others).find(([, is]) => is)?.[0];
  const hint = bounds.hint(() => didYouMean(name, scope.names()));
  const extra = { part: { from, to: from + name.length }, ...(other === undefined && { hint }) };
  report('unknown-dependency', item.place, { name, other }, extra);
  return false;
}

function targetsOf(head: Head, scope: Scope, world: World): readonly string[] {
  const all = (heads: Iterable<Head>) => [...heads].flatMap((inner) => targetsOf(inner, scope, world));
  if (head instanceof RawResource) return [head.id];
  if (head instanceof Group) return all(head.members.values());
  if (head instanceof LazyList) return all(head.items);
  if (head instanceof Instance) return all(doneOf(head, world));
  if (head instanceof Choice) return all([head.yes, head.no]);
  return head instanceof Reference && canBeWaitedFor(head, scope) ? [head.target] : [];
}

/** A type may be given a parameter where others give a resource; an author who waits for one is told. */
function canBeWaitedFor({ target }: Reference, { template, world }: Scope): boolean {
  return !template || !(target.startsWith('AWS::') || world.blueprint.parameters.has(target));
}

/** Without a `done` and a main part, all of it. */
function doneOf(instance: Instance, world: World): readonly Head[] {
  if (offers(instance, 'done')) return [attributeOf(instance, 'done', instance.place)];
  const main = world.part(instance, 'self');
  if (main !== undefined) return [main];
  return [...instance.type.template.parts.keys()].map((name) => world.part(instance, name));
}
