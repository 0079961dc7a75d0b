import { intrinsics } from '../../../compiler/template/cloudformation.js';
import type { Json } from '../../../compiler/template/template.js';
import type { Evaluator } from './evaluator.js';
import { condition, findInMap, length, select } from './functions/choose.js';
import { cidr, zones } from './functions/network.js';
import { getAtt, importValue, reference, stackOutput } from './functions/refer.js';
import { sub } from './functions/sub.js';
import { base64, join, jsonString, split } from './functions/text.js';
import { refusal } from './refuse.js';

/** Evaluates a function; undefined where what it gives is left out. @throws Fault */
export type Apply = (scope: Evaluator, arg: Json) => Json | undefined;

/** Evaluates a function by its long name. @throws Fault, also for one that there is not. */
export function applyFunction(scope: Evaluator, name: string, arg: Json): Json | undefined {
  const apply = FUNCTIONS.get(name);
  if (apply !== undefined) return apply(scope, arg);
  if (name === 'Fn::Transform') {
    throw refusal('Template error: Fn::Transform calls a macro, and there are none in a local CloudFormation');
  }
  if (intrinsics.get(name)?.gives === 'boolean') throw refusal(`Template error: ${name} cannot be partially collapsed`);
  const known = [...FUNCTIONS.keys()].filter((key) => key !== 'Ref').sort();
  throw refusal(
    `Template format error: Encountered unsupported function: ${name} Supported functions are: [${known.join(', ')}]`,
  );
}

const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['Ref', reference],
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', zones],
  ['Fn::GetAtt', getAtt],
  ['Fn::GetStackOutput', stackOutput],
  ['Fn::If', condition],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Length', length],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
  ['Fn::ToJsonString', jsonString],
]);
