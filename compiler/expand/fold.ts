import { Call } from '../template/value.js';
import type { CallExpression, Expression } from '../text/expression.js';
import { blame } from './blame.js';
import { functions } from './functions.js';
import type { Head, Scope } from './model.js';
import { evaluatePasted, evaluateSub } from './pasted.js';

/** A function in a type's template: what is known when compiling folds away, what is not known stays CloudFormation. */
export function fold(call: CallExpression, scope: Scope): Head {
  if (call.name === 'Fn::Sub') return evaluateSub(call, scope);
  const folding = functions.get(call.name);
  if (folding === undefined) return evaluatePasted(call, scope);
  const args = call.args.kind === 'list' ? call.args.items : [call.args];
  const fail = (problem: string, at: Expression) => {
    const { place } = blame(at, scope);
    scope.world.report('bad-argument', place, { function: call.name, problem });
    return undefined;
  };
  return folding(args, { scope, call, fail, keep: (value) => new Call(call.name, value, call.place) });
}
