import { isJsonList } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import type { Evaluator } from './evaluator.js';
import { refusal } from './refuse.js';

type Rule = (scope: Evaluator, args: readonly Json[]) => boolean;

/** What asks for what an account has, which nobody knows here (`Fn::ValueOf`: an attribute of what a parameter names). */
const ASKING: ReadonlySet<string> = new Set(['Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll']);

/** Whether a part of a rule cannot be told without an account. */
export function asksAccount(json: Json): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return Object.entries(json).some(([key, inner]) => ASKING.has(key) || asksAccount(inner));
}

/** The functions that only rules have (CloudFormation User Guide, "Rule-specific intrinsic functions"). */
export const ruleFunctions: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['Fn::Contains', contains],
  ['Fn::EachMemberEquals', (scope, [list, value]) => texts(scope, list).every((item) => item === text(scope, value))],
  ['Fn::EachMemberIn', eachMemberIn],
]);

function contains(scope: Evaluator, [list, value]: readonly Json[]): boolean {
  return texts(scope, list).includes(text(scope, value));
}

function eachMemberIn(scope: Evaluator, [list, within]: readonly Json[]): boolean {
  const allowed = new Set(texts(scope, within));
  return texts(scope, list).every((item) => allowed.has(item));
}

function texts(scope: Evaluator, raw: Json | undefined): readonly string[] {
  const value = raw === undefined ? undefined : scope.value(raw);
  if (!isJsonList(value)) throw refusal('Template error: a function of a rule requires a list of strings.');
  return value.map(asText);
}

function text(scope: Evaluator, raw: Json | undefined): string {
  return asText(raw === undefined ? undefined : scope.value(raw));
}
