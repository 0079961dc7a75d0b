import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import { parameterAttributes, parameterType } from '../../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { LocalParameter } from './model.js';
import { refusal } from './refuse.js';

/** One entry of a template's Parameters. @throws Fault */
export function readParameter(name: string, json: Json): LocalParameter {
  if (!isJsonMap(json)) throw refusal('Template format error: Any Parameters member must be an object.');
  const strange = Object.keys(json).filter((key) => !parameterAttributes.has(key));
  if (strange.length > 0) throw refusal(`Invalid template parameter property '${strange[0]}'`);
  const { Type: type } = json;
  if (typeof type !== 'string') {
    throw refusal('Template format error: Every Parameters object must contain a Type member.');
  }
  if (parameterType(type) === undefined) throw refusal(`Template format error: Unrecognized parameter type: ${type}`);
  return {
    name,
    type,
    default: scalar(json, 'Default'),
    description: scalar(json, 'Description'),
    noEcho: /^true$/i.test(scalar(json, 'NoEcho') ?? ''),
    allowedValues: allowed(json.AllowedValues),
    allowedPattern: scalar(json, 'AllowedPattern'),
    constraintDescription: scalar(json, 'ConstraintDescription'),
    minLength: count(json, 'MinLength'),
    maxLength: count(json, 'MaxLength'),
    minValue: count(json, 'MinValue'),
    maxValue: count(json, 'MaxValue'),
  };
}

function scalar(json: JsonMap, key: string): string | undefined {
  const value = json[key];
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'object') {
    throw refusal(`Template format error: Every ${key} member must be a string.`);
  }
  return String(value);
}

function count(json: JsonMap, key: string): number | undefined {
  const text = scalar(json, key);
  if (text === undefined) return undefined;
  if (text.trim() === '' || !Number.isFinite(Number(text))) {
    throw refusal(`Template format error: Every ${key} member must be a number.`);
  }
  return Number(text);
}

function allowed(json: Json | undefined): readonly string[] | undefined {
  if (json === undefined) return undefined;
  const problem = 'Template format error: Every AllowedValues member must be a list.';
  if (!isJsonList(json)) throw refusal(problem);
  return json.map((item) => {
    if (item === null || typeof item === 'object') {
      throw refusal('Template format error: Every AllowedValues value must be a string.');
    }
    return String(item);
  });
}
