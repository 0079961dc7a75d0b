import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import { truth } from './conditions.js';
import type { Environment } from './environment.js';
import { Evaluator } from './evaluator.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';
import { asksAccount } from './ruleFunctions.js';

/**
 * Holds the values of parameters against the template's rules.
 *
 * @param parameters As `resolveParameters` gives them.
 * @throws Fault with what is asserted where a rule is broken.
 */
export function checkRules(
  template: LocalTemplate,
  parameters: ReadonlyMap<string, string>,
  environment: Environment,
): void {
  for (const [name, rule] of template.rules) {
    if (!isJsonMap(rule)) throw refusal('Template format error: Any Rules member must be an object.');
    const scope = new Evaluator(template, parameters, environment);
    if (rule.RuleCondition !== undefined && !holds(scope, rule.RuleCondition)) continue;
    for (const assertion of assertionsOf(name, rule.Assertions)) {
      if (holds(scope, assertion.that)) continue;
      throw refusal(`Template validation error: Rule ${name} failed: ${assertion.description}`);
    }
  }
}

/** What asks for the things of an account is taken to hold. */
function holds(scope: Evaluator, json: Json): boolean {
  return asksAccount(json) || truth(scope, json);
}

function assertionsOf(name: string, json: Json | undefined): readonly { that: Json; description: string }[] {
  if (!isJsonList(json)) throw refusal(`Template format error: Rule ${name} must contain a list of Assertions.`);
  return json.map((item) => {
    if (!isJsonMap(item) || item.Assert === undefined) {
      throw refusal(`Template format error: every assertion of rule ${name} must contain an Assert.`);
    }
    return { that: item.Assert, description: asText(item.AssertDescription ?? 'an assertion does not hold') };
  });
}
