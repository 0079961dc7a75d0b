import type { ParameterType } from '../template/cloudformation.js';
import type { Value, ValueMap } from '../template/value.js';
import type { Patterns } from './pattern.js';

/** Which constraint a value breaks, in the blueprint's words, and how. */
export interface ValueProblem {
  readonly constraint: string;
  readonly problem: string;
}

const numberForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a value is, or that its text says. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && numberForm.test(value.trim()) ? Number(value) : undefined;
}

/** The first constraint of a parameter that a value for it breaks; of a list, that one of its items breaks. */
export function defaultProblem(
  text: string,
  parameter: ValueMap,
  type: ParameterType,
  patterns: Patterns,
): ValueProblem | undefined {
  const items = type.list && type.kind !== 'key' ? text.split(',').map((item) => item.trim()) : [text];
  for (const item of items) {
    const problem = itemProblem(item, parameter, type, patterns);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function itemProblem(text: string, parameter: ValueMap, type: ParameterType, patterns: Patterns) {
  if (type.kind === 'number') return numberProblem(text, parameter) ?? allowedProblem(text, parameter, type);
  return (
    allowedProblem(text, parameter, type) ??
    lengthProblem(text, parameter, type) ??
    patternProblem(text, parameter, patterns)
  );
}

function numberProblem(text: string, { MinValue, MaxValue }: ValueMap): ValueProblem | undefined {
  const number = numberOf(text);
  if (number === undefined) return { constraint: 'type', problem: 'is not a number' };
  const least = numberOf(MinValue);
  const most = numberOf(MaxValue);
  if (least !== undefined && number < least) return { constraint: 'minValue', problem: `is less than ${least}` };
  if (most !== undefined && number > most) return { constraint: 'maxValue', problem: `is more than ${most}` };
  return undefined;
}

function allowedProblem(
  text: string,
  { AllowedValues: allowed }: ValueMap,
  type: ParameterType,
): ValueProblem | undefined {
  if (!Array.isArray(allowed)) return undefined;
  const same = (item: Value) => String(item) === text || (type.kind === 'number' && numberOf(item) === numberOf(text));
  return allowed.some(same) ? undefined : { constraint: 'allowedValues', problem: 'is not one of them' };
}

function lengthProblem(
  text: string,
  { MinLength, MaxLength }: ValueMap,
  type: ParameterType,
): ValueProblem | undefined {
  if (type.list) return undefined;
  const length = [...text].length;
  const least = numberOf(MinLength);
  const most = numberOf(MaxLength);
  const count = `has ${length} ${length === 1 ? 'character' : 'characters'}`;
  if (least !== undefined && length < least)
    return { constraint: 'minLength', problem: `${count}, less than ${least}` };
  if (most !== undefined && length > most) return { constraint: 'maxLength', problem: `${count}, more than ${most}` };
  return undefined;
}

function patternProblem(
  text: string,
  { AllowedPattern: pattern }: ValueMap,
  patterns: Patterns,
): ValueProblem | undefined {
  if (typeof pattern !== 'string' || patterns.matches(pattern, text) !== false) return undefined;
  return { constraint: 'allowedPattern', problem: `does not match "${pattern}"` };
}
