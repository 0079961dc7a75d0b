import { isJsonList, isJsonMap } from '../../../../compiler/diff/node.js';
import type { Json } from '../../../../compiler/template/template.js';
import type { Chain } from '../../../../compiler/text/expression.js';
import { readSub } from '../../../../compiler/text/sub.js';
import type { Evaluator } from '../evaluator.js';
import { refusal } from '../refuse.js';

const ARGUMENTS =
  "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string";
const NAMES =
  'Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons';

/** Both forms; each variable is evaluated once. @throws Fault */
export function sub(scope: Evaluator, arg: Json): Json {
  const [text, variables, ...more] = isJsonList(arg) ? arg : [arg];
  if (typeof text !== 'string' || more.length > 0 || (variables !== undefined && !isJsonMap(variables))) {
    throw refusal(ARGUMENTS);
  }
  const values = new Map<string, string>();
  const parts = readSub(text).map((part) => {
    if (typeof part === 'string') return part;
    const name = nameOf(part);
    const known = values.get(name) ?? variable(scope, name, part, isJsonMap(variables) ? variables : {});
    values.set(name, known);
    return known;
  });
  return scope.text(parts);
}

function nameOf({ name, steps }: Chain): string {
  const keys = steps.flatMap((step) => (step.kind === 'member' ? [step.key] : []));
  const whole = [name, ...keys].join('.');
  if (!/^[\w.:]+$/.test(whole)) throw refusal(NAMES);
  return whole;
}

function variable(scope: Evaluator, name: string, { name: id, steps }: Chain, own: { [key: string]: Json }): string {
  const value = Object.hasOwn(own, name)
    ? scope.value(own[name] as Json)
    : steps.length === 0
      ? scope.reference(id)
      : scope.attribute(id, name.slice(id.length + 1));
  if (value === undefined || value === null || typeof value === 'object') {
    throw refusal(`Template error: variable ${name} in Fn::Sub expression does not resolve to a string`);
  }
  return String(value);
}
