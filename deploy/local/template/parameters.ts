import { Patterns } from '../../../compiler/link/pattern.js';
import type { Parameter } from '../../api/cloudformation.js';
import { checkConstraints } from './constraints.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';
import { isLookedUp, type ParameterLookup } from './ssm.js';

/**
 * The values that a template's parameters have in a request, as they were given (for a Systems Manager type, the name
 * of what is looked up): what is to be kept for `UsePreviousValue`, and what a stack shows as `ParameterValue`.
 *
 * @param previous What the stack has kept; undefined where there is no stack yet.
 * @throws Fault where one is missing, unknown, or not allowed.
 */
export function chosenParameters(
  template: LocalTemplate,
  given: readonly Parameter[],
  previous: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const asked = new Map(given.map((parameter) => [parameter.ParameterKey ?? '', parameter]));
  const strange = [...asked.keys()].filter((name) => !template.parameters.has(name));
  if (strange.length > 0 && template.parameters.size === 0) {
    throw refusal('Parameter values specified for a template which does not require them.');
  }
  if (strange.length > 0) throw refusal(`Parameters: [${strange.join(', ')}] do not exist in the template`);
  const chosen = new Map<string, string>();
  const missing: string[] = [];
  for (const [name, declared] of template.parameters) {
    const value = askedValue(name, asked.get(name), previous) ?? declared.default;
    if (value === undefined) missing.push(name);
    else chosen.set(name, value);
  }
  if (missing.length > 0) throw refusal(`Parameters: [${missing.join(', ')}] must have values`);
  const patterns = new Patterns();
  for (const [name, declared] of template.parameters) checkConstraints(declared, chosen.get(name) ?? '', patterns);
  return chosen;
}

function askedValue(
  name: string,
  asked: Parameter | undefined,
  previous: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (asked?.UsePreviousValue !== true) return asked?.ParameterValue;
  if (asked.ParameterValue !== undefined) {
    throw refusal(
      `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
    );
  }
  const value = previous?.get(name);
  if (value === undefined) {
    throw refusal(
      `Invalid input for parameter key ${name}. Unable to retrieve parameters value for a non-existing parameter`,
    );
  }
  return value;
}

/**
 * The values as the template's functions see them: as given, those of Systems Manager types looked up.
 *
 * @throws Fault as `chosenParameters`, and where something to look up is not there.
 */
export function resolveParameters(
  template: LocalTemplate,
  given: readonly Parameter[],
  previous: ReadonlyMap<string, string> | undefined,
  ssm: ParameterLookup,
): ReadonlyMap<string, string> {
  return lookedUp(template, chosenParameters(template, given, previous), ssm);
}

/** What chosen values stand for: the names of Systems Manager types replaced by what they name. @throws Fault */
export function lookedUp(
  template: LocalTemplate,
  chosen: ReadonlyMap<string, string>,
  ssm: ParameterLookup,
): ReadonlyMap<string, string> {
  const absent: string[] = [];
  const resolved = new Map(chosen);
  for (const [name, value] of chosen) {
    if (!isLookedUp(template.parameters.get(name)?.type ?? '')) continue;
    const found = ssm(value);
    if (found === undefined) absent.push(value);
    else resolved.set(name, found);
  }
  if (absent.length > 0) {
    throw refusal(`Unable to fetch parameters [${absent.join(',')}] from parameter store for this account.`);
  }
  return resolved;
}
