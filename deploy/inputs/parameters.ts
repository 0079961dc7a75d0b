import type { JsonMap } from '../../compiler/template/template.js';
import type { Parameter } from '../api/cloudformation.js';
import type { Person } from '../api/session.js';
import type { Secret } from './secret.js';

/** Values of parameters as they were given. */
export interface GivenParameters {
  /** `Key=Value`, `Key=@file`, `Key=-` (standard input), each. */
  readonly pairs: readonly string[];
  /** A file of values, JSON or YAML. */
  readonly file?: string | undefined;
  /** Where `JIML_PARAM_<Name>` is looked for. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One parameter of the template and the value that it will have. */
export interface ParameterValue {
  readonly name: string;
  /** `previous`: the stack's value is kept; `default`: the template's is used. Neither is sent. */
  readonly source: 'given' | 'previous' | 'default';
  /** Undefined where it is a secret that the stack keeps. */
  readonly value: string | Secret | undefined;
}

/**
 * The value of each parameter that the template declares, sorted by name.
 *
 * @param previous The stack's parameters; undefined where there is no stack.
 * @param person Asked for what is missing; undefined where nobody can be asked.
 * @throws Misuse that names all that is missing, unknown or against a constraint. No message has a secret in it.
 */
export async function parametersFor(
  template: JsonMap,
  given: GivenParameters,
  previous: readonly Parameter[] | undefined,
  person: Person | undefined,
): Promise<readonly ParameterValue[]> {
  void [template, given, previous, person];
  return [];
}

/** The parameters as CreateChangeSet takes them. Secrets are in clear from here on. */
export function requested(values: readonly ParameterValue[]): Parameter[] {
  void values;
  return [];
}

/** The values that are no secrets, by name, for evaluating the template. */
export function known(values: readonly ParameterValue[]): ReadonlyMap<string, string> {
  void values;
  return new Map();
}
