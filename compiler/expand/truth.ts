import { parameterType } from '../template/cloudformation.js';
import { Call, Reference, Text, type Value } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { Choice, Group, type Head, LazyList, LazyMap, Lookup, type Scope, Test } from './model.js';
import { allowedValues, parameterTypeName } from './parameter.js';

/**
 * Whether a value counts as true: not given, false, 0, "" and the empty list do not. Where only CloudFormation knows,
 * the condition that it has to evaluate.
 */
export function truth(head: Head, scope: Scope, asked: Expression): boolean | Test {
  if (head === undefined || head === null || head === false || head === 0 || head === '') return false;
  if (typeof head === 'string') return head !== 'false';
  if (head instanceof Test) return head;
  if (head instanceof LazyList) return head.items.length > 0;
  if (head instanceof Group) return head.members.size > 0;
  if (head instanceof LazyMap || typeof head !== 'object') return true;
  if (head instanceof Reference) return referenceTruth(head, scope, asked);
  if (head instanceof Choice) return choiceTruth(head, scope, asked);
  if (head instanceof Call || head instanceof Lookup) return callTruth(head, scope, asked);
  return true;
}

function referenceTruth(reference: Reference, scope: Scope, { place }: Expression): boolean | Test {
  const type = parameterTypeName(scope.world.blueprint, reference.target);
  if (type === undefined || reference.attribute !== undefined) return true;
  const allowed = allowedValues(scope.world.blueprint, reference.target);
  const equals = (text: string) => new Call('Fn::Equals', [reference, text], place);
  const yes = ['true', 'yes'].find((word) => allowed?.includes(word));
  if (yes !== undefined) return new Test(equals(yes));
  if (allowed?.includes('') === false) return true;
  const single = parameterType(type)?.list !== true;
  // What is the id or name of something is not empty.
  if (single && type.startsWith('AWS::')) return true;
  if (type === 'Number') return new Test(new Call('Fn::Not', [equals('0')], place));
  if (single) return new Test(new Call('Fn::Not', [equals('')], place));
  const joined = new Call('Fn::Join', ['', reference], place);
  return new Test(new Call('Fn::Not', [new Call('Fn::Equals', [joined, ''], place)], place));
}

/** What CloudFormation's conditions cannot look at (attributes of resources) is there, and so it is true. */
function callTruth(head: Call | Lookup, scope: Scope, { place }: Expression): boolean | Test {
  const value = scope.world.settle(head, place);
  if (value === undefined || needsResource(value, scope)) return true;
  return new Test(new Call('Fn::Not', [new Call('Fn::Equals', [value, ''], place)], place));
}

function needsResource(value: Value, scope: Scope): boolean {
  if (value instanceof Reference) {
    return !value.target.startsWith('AWS::') && !scope.world.blueprint.parameters.has(value.target);
  }
  if (value instanceof Call) return needsResource(value.args, scope);
  if (value instanceof Text) return value.parts.some((part) => needsResource(part, scope));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => needsResource(item, scope));
}

function choiceTruth({ condition, yes, no }: Choice, scope: Scope, asked: Expression): boolean | Test {
  const one = truth(yes, scope, asked);
  const other = truth(no, scope, asked);
  if (typeof one === 'boolean' && one === other) return one;
  const { place } = asked;
  const when = new Call('Condition', condition, place);
  const otherwise = new Call('Fn::Not', [when], place);
  const both = (left: Value, right: boolean | Test): Value | undefined => {
    if (typeof right === 'boolean') return right ? left : undefined;
    return new Call('Fn::And', [left, right.value], place);
  };
  const [first, second] = [both(when, one), both(otherwise, other)];
  if (first === undefined || second === undefined) return new Test((first ?? second) as Value);
  return new Test(new Call('Fn::Or', [first, second], place));
}
