import { isJsonList } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import { Fault } from '../../api/fault.js';
import { asText } from './asText.js';
import type { Environment } from './environment.js';
import { Evaluator } from './evaluator.js';
import type { Collection } from './loops.js';
import type { LocalTemplate } from './model.js';

/** Nothing is known of a stack when its loops are written out. */
const NOWHERE: Environment = {
  account: '',
  region: '',
  partition: '',
  stackName: '',
  stackId: '',
  notificationArns: [],
  ref: () => undefined,
  attribute: () => undefined,
  importValue: () => undefined,
};

/** What a collection of `Fn::ForEach` comes to under the values of parameters and their defaults. */
export function collectionOf(template: LocalTemplate, values: ReadonlyMap<string, string>): Collection {
  const known = new Map(values);
  for (const [name, declared] of template.parameters) {
    if (!known.has(name) && declared.default !== undefined) known.set(name, declared.default);
  }
  const isKnown = (json: Json): boolean => {
    if (typeof json !== 'object' || json === null) return true;
    if (!isJsonList(json) && typeof json.Ref === 'string' && !known.has(json.Ref)) return false;
    return Object.values(json).every(isKnown);
  };
  return (json) => {
    if (!isKnown(json)) return undefined;
    const list = evaluated(new Evaluator(template, known, NOWHERE), json);
    return isJsonList(list) ? list.map(asText) : undefined;
  };
}

function evaluated(scope: Evaluator, json: Json): Json | undefined {
  try {
    return scope.value(json);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
