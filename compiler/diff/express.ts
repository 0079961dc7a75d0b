import type { Json } from '../template/template.js';
import { ATTRIBUTE, type CallForm, type Form, PARAMETER, RESOURCE, textOf } from './form.js';

/** A form as it would stand in a template. */
export function express(form: Form): Json {
  if (form.kind === 'list') return form.items.map(express);
  if (form.kind === 'map') return Object.fromEntries([...form.entries].map(([key, inner]) => [key, express(inner)]));
  if (form.kind === 'call') return expressCall(form);
  return (
    textOf(form) ?? { 'Fn::Join': ['', form.parts.map((part) => (typeof part === 'string' ? part : express(part)))] }
  );
}

function expressCall({ name, args }: CallForm): Json {
  // What a condition depends on may be long, and is said elsewhere.
  const values = args.map((arg, at): Json => (name === 'If' && at === 0 ? '…' : express(arg)));
  if (name === RESOURCE || name === PARAMETER) return { Ref: values[0] ?? '' };
  if (name === ATTRIBUTE) return { 'Fn::GetAtt': values };
  return { [name.startsWith('Fn::') ? name : `Fn::${name}`]: values.length === 1 ? (values[0] ?? '') : values };
}

/** A form as a text to be read: what is not known stands in `${ }`. Undefined for what is no text. */
export function readable(form: Form): string | undefined {
  if (form.kind === 'call' && form.name === 'Fn::Base64') return readable(form.args[0] as Form);
  if (form.kind === 'call') return `\${${nameOf(form)}}`;
  if (form.kind !== 'text') return undefined;
  return form.parts.map((part) => (typeof part === 'string' ? part : readable(part))).join('');
}

function nameOf({ name, args }: CallForm): string {
  const texts = args.slice(name === 'If' ? 1 : 0).map((arg) => textOf(arg) ?? readable(arg) ?? '…');
  return name === RESOURCE || name === PARAMETER || name === ATTRIBUTE ? texts.join('.') : `${name} ${texts.join(' ')}`;
}
