import { isJsonMap, member } from '../../compiler/diff/node.js';
import { Patterns } from '../../compiler/link/pattern.js';
import { defaultProblem } from '../../compiler/link/values.js';
import { limits, type ParameterType, parameterType } from '../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../compiler/template/template.js';

/** What a template says about one of its parameters. */
export interface DeclaredParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Whether it is NoEcho. */
  readonly secret: boolean;
  readonly description: string | undefined;
  readonly default: string | undefined;
  /** What is wrong with a value, from the verb on: `is not one of a, b`; undefined where nothing is. Never says the value. */
  problem(value: string): string | undefined;
}

/** The parameters of a template, sorted by name. */
export function declaredParameters(template: JsonMap): readonly DeclaredParameter[] {
  const section = member(template, 'Parameters');
  const patterns = new Patterns();
  const names = isJsonMap(section) ? Object.keys(section).sort() : [];
  return names.flatMap((name) => {
    const said = member(section, name);
    return isJsonMap(said) ? [declared(name, said, patterns)] : [];
  });
}

/** A type that nobody knows is taken for a text. */
const UNKNOWN: ParameterType = { kind: 'text', list: false, maxLength: undefined };

function declared(name: string, said: JsonMap, patterns: Patterns): DeclaredParameter {
  const type = parameterType(String(member(said, 'Type'))) ?? UNKNOWN;
  return {
    name,
    type,
    secret: String(member(said, 'NoEcho')).toLowerCase() === 'true',
    description: textOf(member(said, 'Description')),
    default: textOf(member(said, 'Default')),
    problem: (value) => problemOf(value, said, type, patterns),
  };
}

function problemOf(value: string, said: JsonMap, type: ParameterType, patterns: Patterns): string | undefined {
  const bytes = Buffer.byteLength(value);
  const most = limits.parameterValueBytes;
  if (bytes > most) return `has ${bytes} bytes, and CloudFormation takes ${most}`;
  const found = defaultProblem(value, said, type, patterns);
  if (found === undefined) return undefined;
  const explained = textOf(member(said, 'ConstraintDescription'));
  const what = found.constraint === 'allowedValues' ? `is not one of ${allowedText(said)}` : found.problem;
  return explained === undefined ? what : `${what} (${explained.replace(/[.\s]+$/, '')})`;
}

/** What may be given, shortened where that is much. */
function allowedText(said: JsonMap): string {
  const allowed = member(said, 'AllowedValues');
  const values = Array.isArray(allowed) ? allowed.map(String) : [];
  return values.length > 12 ? `${values.slice(0, 11).join(', ')} and ${values.length - 11} more` : values.join(', ');
}

function textOf(json: Json | undefined): string | undefined {
  if (Array.isArray(json)) return json.map(String).join(',');
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined;
}
