import type { Place } from '../source/place.js';
import { Reference } from '../template/value.js';
import { type Chain, type MemberStep, type NameExpression, spell } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import { attributeOf, offers } from './attribute.js';
import { Group } from './group.js';
import { Choice, type Head, Lookup } from './head.js';
import { Instance } from './instance.js';
import { LazyList, LazyMap } from './lazy.js';
import { RawResource } from './raw.js';
import type { Scope } from './scope.js';

/** A step of a name, with all that it is a part of. */
export interface MemberAsked {
  readonly chain: Chain;
  /** Which of the chain's steps it is. */
  readonly index: number;
  readonly step: MemberStep;
  readonly scope: Scope;
  readonly place: Place;
  readonly form: NameExpression['form'];
}

/** What a step leads to; `all` where it used the rest of the chain. */
export interface Member {
  readonly head: Head;
  readonly all?: boolean;
}

/** What a thing, a map or a list answers when it is asked for a member. Texts and parameters offer nothing. */
export function memberOf(head: Head, asked: MemberAsked): Member {
  const { key } = asked.step;
  if (head instanceof RawResource) return logicalAttribute(head, asked);
  if (head instanceof Instance) return instanceMember(head, asked);
  if (head instanceof Group) return groupMember(head, asked);
  if (head instanceof LazyMap) return { head: head.get(key) };
  if (head instanceof LazyList)
    return { head: /^\d+$/.test(key) ? head.items[Number(key)] : ofEach(head.items, asked) };
  if (head instanceof Choice) {
    return { head: new Choice(head.condition, memberOf(head.yes, asked).head, memberOf(head.no, asked).head) };
  }
  if (head instanceof Lookup && head.second === undefined) return { head: new Lookup(head.mapping, head.key, key) };
  if (!asked.scope.template && head !== undefined) reportNotOffered(`"${asked.chain.name}"`, [], asked);
  return { head: undefined };
}

/** An attribute of a logical resource is all that stands behind it: `Endpoint.Address`. */
function logicalAttribute(resource: RawResource, { chain, index, step, scope, place }: MemberAsked): Member {
  if (step.optional && /^[a-z]/.test(step.key)) return { head: undefined, all: true };
  const keys = chain.steps.slice(index).map((item) => (item.kind === 'member' ? item.key : ''));
  if (/^[a-z]/.test(step.key) && !resource.typeName.startsWith('Custom::') && scope.template) {
    reportNotOffered(`${resource.typeName} "${resource.id}"`, [], { chain, index, step, scope, place, form: 'name' });
    return { head: undefined, all: true };
  }
  return { head: new Reference(resource.id, keys.join('.'), scope.author ?? place), all: true };
}

function instanceMember(instance: Instance, asked: MemberAsked): Member {
  const { step, form, scope } = asked;
  if (offers(instance, step.key)) return { head: attributeOf(instance, step.key, asked.place) };
  if (step.optional) return { head: undefined };
  if (form === 'attribute') {
    const main = scope.world.part(instance, 'self');
    if (main !== undefined) return memberOf(main, asked);
  }
  reportNotOffered(`${instance.type.name} "${instance.id}"`, [...instance.type.template.attributes.keys()], asked);
  return { head: undefined };
}

function groupMember(group: Group, asked: MemberAsked): Member {
  const member = group.members.get(asked.step.key);
  if (member !== undefined) return { head: member };
  if (!/^\d+$/.test(asked.step.key)) return { head: ofEach([...group.members.values()], asked) };
  reportNotOffered(`"${group.id}"`, [...group.members.keys()], asked);
  return { head: undefined };
}

function ofEach(items: readonly Head[], asked: MemberAsked): LazyList {
  return new LazyList(() => items.map((item) => memberOf(item, asked).head), false);
}

function reportNotOffered(owner: string, names: readonly string[], asked: MemberAsked): void {
  const { chain, step, scope, place } = asked;
  const listed = names.length > 0 ? `It offers ${names.filter((name) => name !== 'done').join(', ')}.` : undefined;
  const hint = didYouMean(step.key, names) ?? listed;
  const where = scope.template && scope.author !== undefined ? scope.author : place;
  const part = where === place ? { part: { from: step.from, to: step.to } } : {};
  scope.world.report(
    'unknown-attribute',
    where,
    { name: step.key, owner },
    { ...part, hint: hint ?? `It is asked for in ${spell(chain)}.` },
  );
}
