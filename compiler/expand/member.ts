import type { Place } from '../source/place.js';
import { parameterType, pseudoParameters } from '../template/cloudformation.js';
import { Call, Reference } from '../template/value.js';
import { type Chain, type MemberStep, type NameExpression, spell } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import { attributeOf, offers } from './attribute.js';
import { Choice, Group, type Head, Instance, LazyList, LazyMap, Lookup, RawResource, type Scope } from './model.js';
import { parameterTypeName } from './parameter.js';

/** A step of a name, with all that it is a part of. */
export interface MemberAsked {
  readonly chain: Chain;
  readonly step: MemberStep;
  readonly scope: Scope;
  readonly place: Place;
  readonly form: NameExpression['form'];
}

const INDEX = /^\d+$/;

/** What a thing, a map or a list answers when it is asked for a member. Texts and parameters offer nothing. */
export function memberOf(head: Head, asked: MemberAsked): Head {
  const { step, scope } = asked;
  if (head instanceof RawResource) return logicalAttribute(head, asked);
  if (head instanceof Instance) return instanceMember(head, asked);
  if (head instanceof Group) return groupMember(head, asked);
  if (head instanceof LazyMap) return mapMember(head, asked);
  if (head instanceof LazyList) return listMember(head, asked);
  if (head instanceof Choice) return head.map((inner) => memberOf(inner, asked));
  if (head instanceof Lookup && head.second === undefined)
    return new Lookup(head.mapping, head.key, step.key, head.columns);
  if (head instanceof Reference && isExtended(head, asked)) return extended(head, asked);
  if (scope.template || step.optional || head === undefined) return undefined;
  if (head instanceof Reference && head.attribute === undefined) return ofParameter(head, asked);
  return reportNotOffered(`"${asked.chain.name}"`, [], asked);
}

function ofParameter({ target: name }: Reference, { step, scope, place }: MemberAsked): undefined {
  const kind = pseudoParameters.has(name) ? 'pseudo parameter' : 'parameter';
  const { key: attribute, from, to } = step;
  const hint = `Only resources have attributes; ${kind === 'parameter' ? 'a parameter' : 'this'} is a value.`;
  scope.world.report('attribute-of-parameter', place, { name, attribute, kind }, { part: { from, to }, hint });
  return undefined;
}

/** Attributes of CloudFormation's own types begin with a capital letter; ours do not. */
function logicalAttribute({ id, typeName }: RawResource, asked: MemberAsked): Head {
  const { step, scope, place } = asked;
  const ours = /^[a-z]/.test(step.key);
  if (ours && step.optional) return undefined;
  if (ours && scope.template && !typeName.startsWith('Custom::')) {
    return reportNotOffered(`${typeName} "${id}"`, [], asked);
  }
  return new Reference(id, step.key, scope.author ?? place);
}

/** `$Db.Endpoint.Address` and `$Zone.NameServers.0`: an attribute inside an attribute, or an item of one. */
function isExtended({ target, attribute }: Reference, { step, scope }: MemberAsked): boolean {
  if (attribute === undefined) {
    const type = parameterTypeName(scope.world.blueprint, target);
    return INDEX.test(step.key) && type !== undefined && parameterType(type)?.list === true;
  }
  return !step.optional && !(scope.template && /^[a-z]/.test(step.key));
}

function extended(reference: Reference, { step }: MemberAsked): Head {
  if (INDEX.test(step.key)) return new Call('Fn::Select', [step.key, reference], reference.place);
  return new Reference(reference.target, `${reference.attribute}.${step.key}`, reference.place);
}

/** In a template a key that is not there is not given: the schema says which keys there must be. */
function mapMember(map: LazyMap, asked: MemberAsked): Head {
  const { step, scope, chain } = asked;
  if (map.cells.has(step.key) || step.optional || scope.template) return map.get(step.key);
  return reportNotOffered(`"${chain.name}"`, [...map.cells.keys()], asked);
}

function listMember({ items }: LazyList, asked: MemberAsked): Head {
  const { step, scope, chain } = asked;
  if (!INDEX.test(step.key)) return ofEach(items, asked);
  const index = Number(step.key);
  if (index < items.length || step.optional || scope.template) return items[index];
  return reportNotOffered(`"${chain.name}"`, [], asked);
}

function instanceMember(instance: Instance, asked: MemberAsked): Head {
  const { step, form, scope } = asked;
  if (offers(instance, step.key)) return offered(instance, asked);
  if (step.optional) return undefined;
  if (form === 'attribute' && !/^[a-z]/.test(step.key)) {
    const main = scope.world.part(instance, 'self');
    if (main !== undefined) return memberOf(main, asked);
  }
  return reportNotOffered(
    `${instance.type.name} "${instance.id}"`,
    [...instance.type.template.attributes.keys()],
    asked,
  );
}

/** What a type offers may be nothing, the way an instance of it is configured; an author who asks for it is told. */
function offered(instance: Instance, { step, scope, place }: MemberAsked): Head {
  const head = attributeOf(instance, step.key, place);
  if (head !== undefined || step.optional || scope.template || scope.world.spoiled) return head;
  const owner = `${instance.type.name} "${instance.id}"`;
  const hint = `Write "${step.key}?" where nothing may stand.`;
  scope.world.report(
    'nothing-there',
    place,
    { name: step.key, owner },
    { part: { from: step.from, to: step.to }, hint },
  );
  return undefined;
}

function groupMember(group: Group, asked: MemberAsked): Head {
  const member = group.members.get(asked.step.key);
  if (member !== undefined) return member;
  if (!INDEX.test(asked.step.key)) return ofEach([...group.members.values()], asked);
  return asked.step.optional ? undefined : reportNotOffered(`"${group.id}"`, [...group.members.keys()], asked);
}

function ofEach(items: readonly Head[], asked: MemberAsked): LazyList {
  return new LazyList(() => items.map((item) => memberOf(item, asked)), false);
}

function reportNotOffered(owner: string, names: readonly string[], asked: MemberAsked): undefined {
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
  return undefined;
}
