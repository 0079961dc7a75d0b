import type { Blueprint } from '../check/blueprint.js';
import { parameterAttributes } from '../template/cloudformation.js';
import type { Placed, Sections } from '../template/logical.js';
import { isMap, mapOf, type Value, type ValueMap } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import type { Scope, World } from './model.js';

/** Everything of the template but its resources. */
export function expandSections(blueprint: Blueprint, scope: Scope, world: World): Sections {
  const value = (expression: Expression): Value | undefined =>
    world.settle(world.evaluate(expression, scope), expression.place);
  const all = (
    section: ReadonlyMap<string, Expression>,
    shape = (content: Value, _written: Expression): Value | undefined => content,
  ) => {
    const placed = new Map<string, Placed>();
    for (const [name, expression] of section) {
      const content = value(expression);
      const shaped = content === undefined ? undefined : shape(content, expression);
      if (shaped !== undefined) placed.set(name, { value: shaped, place: expression.place });
    }
    return placed;
  };
  const single = (name: 'description' | 'transform' | 'metadata') => {
    const content = blueprint[name] && value(blueprint[name]);
    return content === undefined ? {} : { [name]: content };
  };
  return {
    ...single('description'),
    ...single('transform'),
    ...single('metadata'),
    parameters: all(blueprint.parameters, parameter),
    mappings: new Map([...all(blueprint.mappings), ...world.generated.mappings]),
    conditions: new Map([...all(blueprint.conditions), ...world.generated.conditions]),
    rules: all(blueprint.rules),
    outputs: all(blueprint.outputs, output),
    raw: all(blueprint.raw),
  };
}

/** A parameter in CloudFormation's spelling. It says its type. */
function parameter(content: Value): Value {
  const given = isMap(content) ? content : mapOf([]);
  const entries = [...parameterAttributes.keys()].flatMap((name): [string, Value][] => {
    const value = given[name.charAt(0).toLowerCase() + name.slice(1)];
    if (value === undefined) return name === 'Type' ? [[name, 'String']] : [];
    return [[name, value]];
  });
  return mapOf(entries);
}

const OUTPUT_KEYS = ['condition', 'description', 'value'];

/** An output is a value, or a map that has one. Without a value there is none. */
function output(content: Value, written: Expression): Value | undefined {
  if (written.kind !== 'map') return mapOf([['Value', content]]);
  if (!isMap(content) || content.value === undefined) return undefined;
  const map: ValueMap = content;
  const entries = OUTPUT_KEYS.flatMap((key): [string, Value][] => {
    const value = map[key];
    return value === undefined ? [] : [[key.charAt(0).toUpperCase() + key.slice(1), value]];
  });
  const name = map.export;
  return mapOf(name === undefined ? entries : [...entries, ['Export', mapOf([['Name', name]])]]);
}
