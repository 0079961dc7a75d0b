import { isJsonMap } from '../../../../compiler/diff/node.js';
import type { Json } from '../../../../compiler/template/template.js';
import type { Evaluator } from '../evaluator.js';
import { attributeParts } from '../mentions.js';
import { refusal } from '../refuse.js';

/** `Ref`. @throws Fault */
export function reference(scope: Evaluator, arg: Json): Json | undefined {
  if (typeof arg === 'string') return scope.reference(arg);
  throw refusal('Template error: every Ref object must have a single String value.');
}

/** @throws Fault */
export function getAtt(scope: Evaluator, arg: Json): Json {
  const [id, attribute] = attributeParts(arg) ?? [];
  const name = attribute === undefined ? undefined : scope.value(attribute);
  if (id === undefined || typeof name !== 'string' || name === '') {
    throw refusal(
      typeof arg === 'string'
        ? 'Template error: if specifying one argument to Fn::GetAtt, that argument must be a non-empty string in format <LogicalId>.<Attribute>'
        : 'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    );
  }
  return scope.attribute(id, name);
}

/** @throws Fault */
export function importValue(scope: Evaluator, arg: Json): Json {
  const name = scope.value(arg);
  if (typeof name !== 'string') {
    throw refusal('Template error: every Fn::ImportValue object must have a String-typed value.');
  }
  const found = scope.environment.importValue(name);
  if (found === undefined) throw refusal(`No export named ${name} found.`);
  return found;
}

/** `Fn::GetStackOutput`. @throws Fault */
export function stackOutput(scope: Evaluator, arg: Json): Json {
  const asked = scope.value(arg);
  const { StackName: stack, OutputName: output, Region: region } = isJsonMap(asked) ? asked : {};
  if (typeof stack !== 'string' || typeof output !== 'string' || (region !== undefined && typeof region !== 'string')) {
    throw refusal('Template error: every Fn::GetStackOutput object requires a StackName and an OutputName.');
  }
  const found = scope.environment.stackOutput?.(stack, output, region);
  if (found === undefined) throw refusal(`Output ${output} of stack ${stack} does not exist.`);
  return found;
}
