import type { Json } from '../template/template.js';
import { ATTRIBUTE, type CallForm, type Form, PARAMETER, RESOURCE, type TextForm, textOf } from './form.js';

/** How many characters are written out, about: what is shared within a form would be written again and again. */
const MOST = 2 ** 21;

const REST = '…';

interface Budget {
  left: number;
}

/** Takes what writing something costs; false where nothing is left. */
function spend(budget: Budget, part: Form | string): boolean {
  budget.left -= typeof part === 'string' ? part.length : 16;
  return budget.left > 0;
}

/** A form as it would stand in a template. */
export function express(form: Form): Json {
  return expressed(form, { left: MOST });
}

/** A form as a text to be read: what is not known stands in `${ }`. Undefined for what is no text. */
export function readable(form: Form): string | undefined {
  return read(form, { left: MOST });
}

function expressed(form: Form, budget: Budget): Json {
  if (form.kind === 'list') return form.items.map((item) => expressed(item, budget));
  if (form.kind === 'map') {
    return Object.fromEntries([...form.entries].map(([key, inner]) => [key, expressed(inner, budget)]));
  }
  if (form.kind === 'call') return expressedCall(form, budget);
  const parts = affordable(form, budget).map((part) => (typeof part === 'string' ? part : expressed(part, budget)));
  return textOf(form) ?? { 'Fn::Join': ['', parts] };
}

function expressedCall({ name, args }: CallForm, budget: Budget): Json {
  if (!spend(budget, name)) return REST;
  if (name === PARAMETER) return { Ref: args[0] === undefined ? '' : expressed(args[0], budget) };
  // What a condition depends on may be long, and is said elsewhere.
  const values = args.map((arg, at): Json => (name === 'If' && at === 0 ? REST : expressed(arg, budget)));
  if (name === RESOURCE) return { Ref: values[0] ?? '' };
  if (name === ATTRIBUTE) return { 'Fn::GetAtt': values };
  return { [name.startsWith('Fn::') ? name : `Fn::${name}`]: values.length === 1 ? (values[0] ?? '') : values };
}

function read(form: Form, budget: Budget): string | undefined {
  if (form.kind === 'call' && form.name === 'Fn::Base64') return read(form.args[0] as Form, budget);
  if (form.kind === 'call') return `\${${spend(budget, form) ? nameOf(form, budget) : REST}}`;
  if (form.kind !== 'text') return undefined;
  const parts = affordable(form, budget).map((part) => (typeof part === 'string' ? part : read(part, budget)));
  return parts.join('');
}

/** The parts of a text for which the budget is enough; a lone text always is. */
function affordable({ parts }: TextForm, budget: Budget): TextForm['parts'] {
  const enough = budget.left > 0;
  const end = parts.findIndex((part) => !spend(budget, part));
  if (end < 0 || (parts.length < 2 && enough)) return parts;
  return [...parts.slice(0, end), REST];
}

function nameOf({ name, args }: CallForm, budget: Budget): string {
  // A parameter may have its value with it, which nobody may see.
  const shown = name === 'If' ? args.slice(1) : name === PARAMETER ? args.slice(0, 1) : args;
  const texts = shown.map((arg) => read(arg, budget) ?? REST);
  return name === RESOURCE || name === PARAMETER || name === ATTRIBUTE ? texts.join('.') : `${name} ${texts.join(' ')}`;
}
