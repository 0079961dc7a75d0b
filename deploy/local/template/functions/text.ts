import { isJsonList } from '../../../../compiler/diff/node.js';
import type { Json } from '../../../../compiler/template/template.js';
import type { Evaluator } from '../evaluator.js';
import { refusal } from '../refuse.js';

const JOIN =
  'Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.';
const SPLIT =
  'Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.';

/** @throws Fault */
export function join(scope: Evaluator, arg: Json): Json {
  const [delimiter, items, ...more] = isJsonList(arg) ? arg : [];
  const list = items === undefined ? undefined : scope.value(items);
  if (typeof delimiter !== 'string' || !isJsonList(list) || more.length > 0) throw refusal(JOIN);
  const texts = list.map((item) => {
    if (item === null || typeof item === 'object') throw refusal(JOIN);
    return String(item);
  });
  return scope.text(texts, delimiter);
}

/** @throws Fault */
export function split(scope: Evaluator, arg: Json): Json {
  const [delimiter, source, ...more] = isJsonList(arg) ? arg : [];
  const text = source === undefined ? undefined : scope.value(source);
  const problem = typeof delimiter !== 'string' || delimiter === '' || more.length > 0;
  if (problem || text === undefined || text === null || typeof text === 'object') throw refusal(SPLIT);
  return scope.text([String(text)]).split(delimiter);
}

/** @throws Fault */
export function base64(scope: Evaluator, arg: Json): Json {
  const text = scope.value(arg);
  if (text === undefined || text === null || typeof text === 'object') {
    throw refusal('Template error: every Fn::Base64 object must have a String-typed value.');
  }
  return scope.text([Buffer.from(String(text)).toString('base64')]);
}

/** JSON without blanks, its keys in their order. @throws Fault */
export function jsonString(scope: Evaluator, arg: Json): Json {
  const value = scope.value(arg);
  if (value === null || typeof value !== 'object') {
    throw refusal('Template error: every Fn::ToJsonString object requires a list or a map.');
  }
  return scope.text([JSON.stringify(value)]);
}
