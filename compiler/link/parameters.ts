import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import {
  blueprintKey,
  limits,
  type ParameterType,
  parameterAttributes,
  parameterType,
  parameterTypeNames,
} from '../template/cloudformation.js';
import type { Logical } from '../template/logical.js';
import { isMap, type ValueMap } from '../template/value.js';
import { didYouMean } from '../text/suggest.js';
import { Patterns } from './pattern.js';
import { defaultProblem, numberOf } from './values.js';

interface Parameter {
  readonly name: string;
  readonly place: Place;
  readonly value: ValueMap;
  readonly type: ParameterType;
  readonly typeName: string;
}

/** Checks that what each parameter says about itself makes sense: its type, its constraints, its default. */
export function checkParameters(logical: Logical, report: Report): void {
  const patterns = new Patterns();
  for (const [name, { value, place }] of logical.sections.parameters) {
    if (!isMap(value)) continue;
    const typeName = value.Type;
    const type = typeof typeName === 'string' ? parameterType(typeName) : undefined;
    if (type === undefined) {
      const args = { type: String(typeName) };
      report('unknown-parameter-type', place.at('type'), args, { hint: didYouMean(args.type, parameterTypeNames) });
      continue;
    }
    const parameter: Parameter = { name, place, value, type, typeName: typeName as string };
    checkConstraints(parameter, patterns, report);
    checkBounds(parameter, report);
    checkDefault(parameter, patterns, report);
  }
}

function checkConstraints({ value, place, type, typeName }: Parameter, patterns: Patterns, report: Report): void {
  for (const attribute of parameterAttributes.values()) {
    const given = value[attribute.name];
    if (given === undefined) continue;
    const key = blueprintKey(attribute.name);
    const { kinds, lists, takes } = attribute;
    if (kinds?.includes(type.kind) === false || (lists === false && type.list)) {
      const goesWith = takes === 'number' ? 'numbers' : lists === false ? 'single texts' : 'texts';
      const hint = goesWith === 'numbers' && !type.list ? 'If its values are numbers, write type: Number.' : undefined;
      report(
        'misplaced-constraint',
        place.at(key),
        { constraint: key, type: typeName, goesWith },
        { part: 'key', hint },
      );
    } else if (attribute.name === 'AllowedPattern' && typeof given === 'string' && patterns.isBroken(given)) {
      report('bad-pattern', place.at(key), { pattern: given }, { hint: patterns.problem(given) });
    }
  }
}

function checkBounds({ value, place }: Parameter, report: Report): void {
  for (const what of ['Length', 'Value']) {
    const least = numberOf(value[`Min${what}`]);
    const most = numberOf(value[`Max${what}`]);
    if (least === undefined || most === undefined || least <= most) continue;
    report('contradicting-constraints', place.at(`min${what}`), { min: `min${what}`, least, max: `max${what}`, most });
  }
}

function checkDefault(parameter: Parameter, patterns: Patterns, report: Report): void {
  const { name, value, place, type } = parameter;
  const given = value.Default;
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return;
  const text = String(given);
  const at = place.at('default');
  const problem = defaultProblem(text, value, type, patterns);
  if (problem !== undefined) report('bad-default', at, { value: text, ...problem });
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.parameterValueBytes)
    report('parameter-too-long', at, { name, bytes, limit: limits.parameterValueBytes });
  const secret = value.NoEcho === true || value.NoEcho === 'true';
  if (secret && text !== '' && !text.startsWith('{{resolve:') && type.kind !== 'key')
    report('secret-default', at, { name }, { hint: 'Leave the default out, so that a value must be given.' });
}
