import { Reference } from '../template/value.js';
import { dotted } from '../text/sub.js';
import { attributeOf, offers } from './attribute.js';
import { evaluateChain } from './chain.js';
import { Group } from './group.js';
import type { Head } from './head.js';
import { Instance } from './instance.js';
import { LazyList } from './lazy.js';
import { RawResource } from './raw.js';
import type { Scoped } from './settings.js';
import type { World } from './world.js';

/** The logical ids that a `waitFor` or `dependsOn` means: for a resource of a JIML type, what it says is `done`. */
export function waitTargets({ expression, scope }: Scoped, world: World): readonly string[] {
  const items = expression.kind === 'list' ? expression.items : [expression];
  return items.flatMap((item) => {
    if (item.kind !== 'literal') return targetsOf(world.evaluate(item, scope), world);
    const text = String(item.value);
    return targetsOf(evaluateChain(dotted(text), scope, item.place, 'ref'), world);
  });
}

function targetsOf(head: Head, world: World): readonly string[] {
  if (head instanceof RawResource) return [head.id];
  if (head instanceof Group) return [...head.members.values()].flatMap((member) => targetsOf(member, world));
  if (head instanceof LazyList) return head.items.flatMap((item) => targetsOf(item, world));
  if (head instanceof Instance) return doneOf(head, world);
  if (head instanceof Reference && !head.target.startsWith('AWS::') && !world.blueprint.parameters.has(head.target)) {
    return [head.target];
  }
  return [];
}

/** Without a `done` and a main part, all of it. */
function doneOf(instance: Instance, world: World): readonly string[] {
  if (offers(instance, 'done')) return targetsOf(attributeOf(instance, 'done', instance.place), world);
  const main = world.part(instance, 'self');
  if (main !== undefined) return targetsOf(main, world);
  return [...instance.type.template.parts.keys()].flatMap((name) => targetsOf(world.part(instance, name), world));
}
