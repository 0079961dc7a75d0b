import { Patterns } from '../../../compiler/link/pattern.js';
import { limits, parameterType } from '../../../compiler/template/cloudformation.js';
import type { LocalParameter } from './model.js';
import data from './parameterForms.json' with { type: 'json' };
import { refusal } from './refuse.js';
import { isLookedUp } from './ssm.js';

const forms: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(data.forms).map(([type, pattern]) => [type, new RegExp(`^(?:${pattern})$`)]),
);

/**
 * Holds a parameter's value against what its declaration says.
 *
 * @param patterns A pattern that it cannot read, as it was written for Java, is taken to match.
 * @throws Fault
 */
export function checkConstraints(declared: LocalParameter, value: string, patterns: Patterns = new Patterns()): void {
  const { name, type } = declared;
  if (Buffer.byteLength(value) > limits.parameterValueBytes) {
    throw refusal(`Parameter '${name}' must contain at most ${limits.parameterValueBytes} characters`);
  }
  const items = parameterType(type)?.list === true && !isLookedUp(type) ? listItems(value) : [value];
  const problem = typeProblem(declared, items) ?? constraintProblem(declared, items, patterns);
  if (problem === undefined) return;
  const { constraintDescription } = declared;
  if (problem.kind === 'type' || constraintDescription === undefined) throw refusal(problem.message);
  throw refusal(`Parameter ${name} failed to satisfy constraint: ${constraintDescription}`);
}

/** The values of a list, as CloudFormation takes a text apart: at commas, without blanks around them. */
export function listItems(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

interface Problem {
  readonly kind: 'type' | 'constraint';
  readonly message: string;
}

function typeProblem({ name, type }: LocalParameter, items: readonly string[]): Problem | undefined {
  if (isLookedUp(type)) return undefined;
  if (parameterType(type)?.kind === 'number') {
    const bad = items.some((item) => item.trim() === '' || !Number.isFinite(Number(item)));
    return bad ? { kind: 'type', message: `Parameter '${name}' must be a number.` } : undefined;
  }
  const form = forms.get(type.replace(/^List<(.*)>$/, '$1'));
  const bad = form && items.find((item) => !form.test(item));
  if (bad === undefined) return undefined;
  const message = `Parameter validation failed: parameter value ${bad} for parameter name ${name} does not exist`;
  return { kind: 'type', message };
}

function constraintProblem(
  declared: LocalParameter,
  items: readonly string[],
  patterns: Patterns,
): Problem | undefined {
  for (const item of items) {
    const message = itemProblem(declared, item, patterns);
    if (message !== undefined) return { kind: 'constraint', message };
  }
  return undefined;
}

function itemProblem(declared: LocalParameter, item: string, patterns: Patterns): string | undefined {
  const { name, allowedValues, allowedPattern, minLength, maxLength, minValue, maxValue } = declared;
  const length = [...item].length;
  if (allowedValues !== undefined && !allowedValues.includes(item)) {
    return `Parameter '${name}' must be one of AllowedValues`;
  }
  if (minLength !== undefined && length < minLength) {
    return `Parameter '${name}' must contain at least ${minLength} characters`;
  }
  if (maxLength !== undefined && length > maxLength) {
    return `Parameter '${name}' must contain at most ${maxLength} characters`;
  }
  if (minValue !== undefined && Number(item) < minValue) {
    return `Parameter '${name}' must be a number not less than ${minValue}`;
  }
  if (maxValue !== undefined && Number(item) > maxValue) {
    return `Parameter '${name}' must be a number not greater than ${maxValue}`;
  }
  if (allowedPattern !== undefined && patterns.matches(allowedPattern, item) === false) {
    return `Parameter '${name}' must match pattern ${allowedPattern}`;
  }
  return undefined;
}
