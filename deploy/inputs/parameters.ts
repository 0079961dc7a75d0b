import { Misuse } from '../../compiler/commands/outcome.js';
import type { JsonMap } from '../../compiler/template/template.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import type { Parameter } from '../api/cloudformation.js';
import type { Person } from '../api/session.js';
import { ask } from './ask.js';
import { type DeclaredParameter, declaredParameters } from './declared.js';
import { type GivenParameters, type GivenValues, givenValues, variableOf } from './given.js';
import { MASK, Secret } from './secret.js';

/** One parameter of the template and the value that it will have. */
export interface ParameterValue {
  readonly name: string;
  /** `previous`: the stack's value is kept; `default`: the template's is used. Neither is sent. */
  readonly source: 'given' | 'previous' | 'default';
  /** Undefined where it is a secret that the stack keeps. */
  readonly value: string | Secret | undefined;
  /** Of a parameter that is looked up (an SSM type), what CloudFormation found last time, where its key is kept. */
  readonly found?: string;
  /** Whether it is looked up, so that the value is a key only. */
  readonly key: boolean;
}

/**
 * The value of each parameter that the template declares, sorted by name: from the command line, the file, the
 * environment, the stack, the template's default, or the person, in this order.
 *
 * @param previous The stack's parameters; undefined where there is no stack, or none that was ever created.
 * @param person Asked for what is missing; undefined where nobody can be asked.
 * @throws Misuse that names all that is missing, unknown or against a constraint. No message has a secret in it.
 */
export async function parametersFor(
  template: JsonMap,
  given: GivenParameters,
  previous: readonly Parameter[] | undefined,
  person: Person | undefined,
): Promise<readonly ParameterValue[]> {
  const declared = declaredParameters(template);
  const values = givenValues(given);
  const stack = new Map((previous ?? []).map((one) => [one.ParameterKey ?? '', one]));
  const found = declared.map((parameter) => ({ parameter, value: settled(parameter, values, stack) }));
  const problems = [
    ...unknown(values, declared),
    ...found.flatMap(({ parameter, value }) => (value === undefined ? [] : problemsOf(parameter, value))),
  ];
  const absent = found.filter(({ value }) => value === undefined).map(({ parameter }) => parameter);
  refuse(problems, person === undefined ? absent : []);
  const complete: ParameterValue[] = [];
  for (const { parameter, value } of found)
    complete.push(value ?? asGiven(parameter, await ask(parameter, person as Person)));
  return complete;
}

/** The parameters as CreateChangeSet takes them. Secrets are in clear from here on. */
export function requested(values: readonly ParameterValue[]): Parameter[] {
  return values.flatMap(({ name, source, value }): Parameter[] => {
    if (source === 'previous') return [{ ParameterKey: name, UsePreviousValue: true }];
    if (source === 'default' || value === undefined) return [];
    return [{ ParameterKey: name, ParameterValue: value instanceof Secret ? value.reveal() : value }];
  });
}

/** The values that are no secrets, by name, for evaluating the template; of what is looked up, what was found. */
export function known(values: readonly ParameterValue[]): ReadonlyMap<string, string> {
  const pairs = values.flatMap(({ name, value, key, found }): [string, string][] => {
    const text = key ? found : value;
    return typeof text === 'string' ? [[name, text]] : [];
  });
  return new Map(pairs);
}

function settled(
  parameter: DeclaredParameter,
  given: GivenValues,
  stack: ReadonlyMap<string, Parameter>,
): ParameterValue | undefined {
  const { name, secret, type } = parameter;
  const text = given.values.get(name) ?? given.fromEnvironment(name);
  if (text !== undefined) return asGiven(parameter, text);
  const key = type.kind === 'key';
  const before = stack.get(name);
  if (before !== undefined) {
    const { ParameterValue: value, ResolvedValue: found } = before;
    const shown = secret || value === MASK ? undefined : value;
    return { name, source: 'previous', value: shown, key, ...(found === undefined || !key ? {} : { found }) };
  }
  if (parameter.default === undefined) return undefined;
  return { name, source: 'default', value: secret ? new Secret(parameter.default) : parameter.default, key };
}

function asGiven({ name, secret, type }: DeclaredParameter, text: string): ParameterValue {
  return { name, source: 'given', value: secret ? new Secret(text) : text, key: type.kind === 'key' };
}

function unknown({ values }: GivenValues, declared: readonly DeclaredParameter[]): readonly string[] {
  const names = declared.map(({ name }) => name);
  const all = new Set(names);
  const strange = [...values.keys()].filter((name) => !all.has(name));
  const told = strange.slice(0, MOST_TOLD).map((name) => {
    const hint = didYouMean(name, names) ?? (names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`);
    return `The template has no parameter "${name}". ${hint}`;
  });
  const others = strange.length - told.length;
  return others === 0 ? told : [...told, `Neither has it ${others} more that are given.`];
}

/** Of how many names each is told that the template does not have it. */
const MOST_TOLD = 20;

/** The template's own defaults are held against its constraints where it is compiled. */
function problemsOf({ name, problem }: DeclaredParameter, { source, value }: ParameterValue): readonly string[] {
  if (source === 'default' || value === undefined) return [];
  const found = problem(value instanceof Secret ? value.reveal() : value);
  if (found === undefined) return [];
  if (value instanceof Secret) return [`The value of "${name}" ${found}.`];
  return [
    source === 'given'
      ? `"${name}" cannot be "${value}", which ${found}.`
      : `"${name}" cannot stay "${value}", which ${found}: give it another value.`,
  ];
}

/** @throws Misuse with all of it at once. */
function refuse(problems: readonly string[], missing: readonly DeclaredParameter[]): void {
  const all = [...problems, ...missing.map(missingText)];
  const [only] = all;
  if (only === undefined) return;
  const how = missing.length === 0 ? [] : [howText(missing)];
  if (all.length === 1) throw new Misuse(only, how);
  const what = problems.length === 0 ? 'parameters need a value' : 'things are wrong with the parameters';
  throw new Misuse(`${all.length} ${what}.`, [...all, ...how]);
}

function missingText({ name, description }: DeclaredParameter): string {
  return `"${name}" needs a value${description === undefined ? '' : `: ${description.replace(/[.\s]+$/, '')}`}.`;
}

function howText(missing: readonly DeclaredParameter[]): string {
  const plain = missing.find(({ secret }) => !secret)?.name;
  const secret = missing.find((one) => one.secret)?.name;
  const ways = [
    ...(plain === undefined ? [] : [`-P ${plain}=VALUE`]),
    ...(secret === undefined ? [] : [`-P ${secret}=@FILE`, `-P ${secret}=- (standard input)`]),
    `${variableOf(secret ?? plain ?? 'NAME')} in the environment`,
  ];
  return `Give values with ${ways.join(', ')}, or all of them with --params FILE.`;
}
