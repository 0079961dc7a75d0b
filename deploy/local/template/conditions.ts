import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import type { Evaluator } from './evaluator.js';
import { refusal } from './refuse.js';
import { ruleFunctions } from './ruleFunctions.js';

const MEMBERS = 'Template format error: Conditions can only be boolean operations on parameters and other conditions';

/** Whether what a condition, a rule or an assertion is made of holds. @throws Fault */
export function truth(scope: Evaluator, raw: Json): boolean {
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'string' && /^(?:true|false)$/i.test(raw)) return raw.toLowerCase() === 'true';
  const [name, ...more] = isJsonMap(raw) ? Object.keys(raw) : [];
  if (!isJsonMap(raw) || name === undefined || more.length > 0) throw refusal(MEMBERS);
  const arg = raw[name] as Json;
  const args = isJsonList(arg) ? arg : [arg];
  if (name === 'Condition') {
    if (typeof arg !== 'string') throw refusal('Template format error: Every Condition member must be a string.');
    return scope.condition(arg);
  }
  if (name === 'Fn::Equals') return equals(scope, args);
  if (name === 'Fn::Not') return !truth(scope, only(args));
  if (name === 'Fn::And') return several(name, args).every((item) => truth(scope, item));
  if (name === 'Fn::Or') return several(name, args).some((item) => truth(scope, item));
  const rule = ruleFunctions.get(name);
  if (rule !== undefined) return rule(scope, args);
  const value = scope.value(raw);
  if (typeof value === 'object' || value === undefined) throw refusal(MEMBERS);
  return truth(scope, value);
}

/** Numbers and booleans are the texts that they would be. */
function equals(scope: Evaluator, args: readonly Json[]): boolean {
  const [a, b] = args;
  if (args.length !== 2 || a === undefined || b === undefined) {
    throw refusal('Template error: every Fn::Equals object requires a list of 2 string parameters.');
  }
  return asText(scope.value(a)) === asText(scope.value(b));
}

function only(args: readonly Json[]): Json {
  const [arg] = args;
  if (args.length === 1 && arg !== undefined) return arg;
  throw refusal('Template error: every Fn::Not object requires one boolean parameter.');
}

function several(name: string, args: readonly Json[]): readonly Json[] {
  if (args.length >= 2 && args.length <= 10) return args;
  throw refusal(
    `Template error: every ${name} object requires a list of at least 2 and at most 10 boolean parameters.`,
  );
}
