import type { Json } from '../template/template.js';
import { readSub } from '../text/sub.js';
import type { Evaluator } from './evaluate.js';
import { type Form, LONGEST_TEXT, textOf } from './form.js';
import { findInMap } from './mappings.js';
import { isJsonList, member } from './node.js';

type Apply = (scope: Evaluator, arg: Json) => Form | undefined;

/** Evaluates a function of CloudFormation's as far as what it is given is known; undefined where it gives nothing. */
export function applyFunction(scope: Evaluator, name: string, arg: Json): Form | undefined {
  const known = FUNCTIONS.get(name)?.(scope, arg);
  if (known !== undefined) return known;
  if (name === 'Ref' && typeof arg === 'string') return scope.names.reference(arg);
  return scope.forms.call(name, [scope.form(arg) ?? scope.forms.call('Nothing', [])]);
}

const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['Fn::GetAtt', getAtt],
  ['Fn::Join', join],
  ['Fn::Sub', sub],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::Base64', base64],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', zones],
  ['Fn::Length', length],
]);

function getAtt(scope: Evaluator, arg: Json): Form | undefined {
  const [id, ...rest] = typeof arg === 'string' ? arg.split('.') : isJsonList(arg) ? arg : [];
  if (typeof id !== 'string' || rest.length === 0) return undefined;
  const parts = rest.flatMap((part, at) => [at === 0 ? '' : '.', scope.form(part) ?? '']);
  return scope.names.attribute(id, scope.forms.text(parts));
}

function join(scope: Evaluator, arg: Json): Form | undefined {
  const [delimiter, items] = isJsonList(arg) ? arg : [];
  if (typeof delimiter !== 'string' || items === undefined) return undefined;
  const list = scope.form(items);
  if (list === undefined) return undefined;
  if (list.kind !== 'list') return scope.forms.call('Fn::Join', [scope.forms.text([delimiter]), list]);
  return scope.forms.text(list.items.flatMap((item, at) => (at === 0 ? [item] : [delimiter, item])));
}

function sub(scope: Evaluator, arg: Json): Form | undefined {
  const [text, variables] = isJsonList(arg) ? arg : [arg];
  if (typeof text !== 'string') return undefined;
  const parts = readSub(text).map((part) => {
    if (typeof part === 'string') return part;
    const keys = part.steps.flatMap((step) => (step.kind === 'member' ? [step.key] : []));
    const own = member(variables, [part.name, ...keys].join('.'));
    if (own !== undefined) return scope.form(own) ?? '';
    if (keys.length === 0) return scope.names.reference(part.name) ?? '';
    return scope.names.attribute(part.name, scope.forms.text([keys.join('.')]));
  });
  return scope.forms.text(parts);
}

function split(scope: Evaluator, arg: Json): Form | undefined {
  const [delimiter, source] = isJsonList(arg) ? arg : [];
  const text = textOf(scope.form(source));
  if (typeof delimiter !== 'string' || delimiter === '' || text === undefined) return undefined;
  return scope.forms.list(text.split(delimiter).map((part) => scope.forms.text([part])));
}

function select(scope: Evaluator, arg: Json): Form | undefined {
  const [index, source] = isJsonList(arg) ? arg : [];
  const list = scope.form(source);
  const at = textOf(scope.form(index));
  return list?.kind === 'list' && at !== undefined && /^\d{1,9}$/.test(at) ? list.items[Number(at)] : undefined;
}

function base64(scope: Evaluator, arg: Json): Form | undefined {
  const form = scope.form(arg);
  const text = textOf(form);
  if (form === undefined) return undefined;
  if (text === undefined || text.length > LONGEST_TEXT) return scope.forms.call('Fn::Base64', [form]);
  return scope.forms.text([Buffer.from(text).toString('base64')]);
}

/** An empty text stands for the stack's own region (CloudFormation User Guide, "Fn::GetAZs"). */
function zones(scope: Evaluator, arg: Json): Form | undefined {
  const region = textOf(scope.form(arg)) === '' ? scope.names.reference('AWS::Region') : scope.form(arg);
  return region && scope.forms.call('Fn::GetAZs', [region]);
}

function length(scope: Evaluator, arg: Json): Form | undefined {
  const form = scope.form(arg);
  return form?.kind === 'list' ? scope.forms.text([String(form.items.length)]) : undefined;
}
