import type { Json } from '../template/template.js';
import type { Evaluator } from './evaluate.js';
import { type CallForm, type Form, isKnown, PARAMETER } from './form.js';
import { isJsonList, isJsonMap } from './node.js';

/** Whether a condition holds, or what it depends on. */
export type ConditionForm = boolean | CallForm;

/** Evaluates what a condition is made of; what is not known keeps a form in which order has no meaning. */
export function readCondition(scope: Evaluator, raw: Json): ConditionForm {
  const [name, ...more] = isJsonMap(raw) ? Object.keys(raw) : [];
  if (!isJsonMap(raw) || name === undefined || more.length > 0) return opaque(scope, raw);
  const arg = raw[name] as Json;
  if (name === 'Condition' && typeof arg === 'string') return scope.condition(arg);
  const args = isJsonList(arg) ? arg : [arg];
  if (name === 'Fn::Equals') return equals(scope, args);
  if (name === 'Fn::Not') return not(scope, readCondition(scope, args[0] ?? null));
  if (name === 'Fn::And' || name === 'Fn::Or') return several(scope, name, args);
  return opaque(scope, raw);
}

function equals(scope: Evaluator, args: readonly Json[]): ConditionForm {
  const sides = args.map((arg) => revealed(scope.form(arg) ?? scope.forms.call('Nothing', [])));
  const [a, b] = sides;
  if (a === undefined || b === undefined) return scope.forms.call('Equals', sides);
  if (a === b) return true;
  if (isKnown(a) && isKnown(b)) return false;
  return scope.forms.call('Equals', a.id < b.id ? [a, b] : [b, a]);
}

/** The value of a secret parameter where it is known. */
function revealed(form: Form): Form {
  return form.kind === 'call' && form.name === PARAMETER ? (form.args[1] ?? form) : form;
}

function not(scope: Evaluator, condition: ConditionForm): ConditionForm {
  if (typeof condition === 'boolean') return !condition;
  const [inner] = condition.args;
  return condition.name === 'Not' && inner?.kind === 'call' ? inner : scope.forms.call('Not', [condition]);
}

function several(scope: Evaluator, name: 'Fn::And' | 'Fn::Or', args: readonly Json[]): ConditionForm {
  const decisive = name === 'Fn::Or';
  const found = args.map((arg) => readCondition(scope, arg));
  if (found.includes(decisive)) return decisive;
  const open = [...new Set(found.filter((one) => typeof one !== 'boolean'))].sort((a, b) => a.id - b.id);
  const [only] = open;
  if (only === undefined) return !decisive;
  return open.length === 1 ? only : scope.forms.call(name, open);
}

function opaque(scope: Evaluator, raw: Json): CallForm {
  return scope.forms.call('Value', [scope.form(raw) ?? scope.forms.list([])]);
}
