import lints from '../lint/lints.json' with { type: 'json' };
import type { Path } from '../source/place.js';
import type { Json } from '../template/template.js';
import type { Difference } from './compare.js';
import { express, readable } from './express.js';
import type { PropertyChange } from './model.js';
import { callOf, isJsonList, isJsonMap, member } from './node.js';
import { sameJson } from './sameness.js';
import type { Stack } from './stack.js';

/** What stands in place of a secret. */
export const MASK = '****';

const names: ReadonlySet<string> = new Set([...lints.secrets.names, ...Object.values(lints.secrets.only).flat()]);

type Shown = Pick<PropertyChange, 'before' | 'after' | 'script'>;

/** Both sides of a difference as they are shown: as they stand, evaluated where only that tells them apart, masked. */
export function shownValues({ before, after, path }: Difference, from: Stack, to: Stack): Shown {
  const evaluated = before !== undefined && after !== undefined && sameJson(before.raw, after.raw);
  const one = before && masked(evaluated ? inForce(from, before.raw) : before.raw, path);
  const other = after && masked(evaluated ? inForce(to, after.raw) : after.raw, path);
  const hidden = evaluated && sameJson(one, other) && (hasSecret(from, before.raw) || hasSecret(to, after.raw));
  const script = before && after && scriptOf(from, before.raw, to, after.raw, path);
  return {
    ...(one !== undefined && { before: hidden ? MASK : one }),
    ...(other !== undefined && { after: hidden ? MASK : other }),
    ...(script !== undefined && { script }),
  };
}

/** Whether a value comes to something that must not be seen. */
function hasSecret({ evaluator, shown }: Stack, raw: Json): boolean {
  return evaluator.form(raw) !== shown.form(raw);
}

/** A value of a template with its secrets masked: literals in properties that hold secrets. */
export function masked(value: Json, path: Path): Json {
  const name = path.findLast((step) => typeof step === 'string');
  if (isJsonList(value)) return value.map((item) => masked(item, path));
  if (isJsonMap(value)) {
    if (callOf(value) !== undefined) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, [key])]));
  }
  const secret = typeof name === 'string' && names.has(name) && !String(value).includes('{{resolve:');
  return secret && value !== '' ? MASK : value;
}

/** A declared parameter without its secret default. */
export function maskedParameter(declared: Json): Json {
  if (!isJsonMap(declared) || String(member(declared, 'NoEcho')) !== 'true' || !Object.hasOwn(declared, 'Default')) {
    return declared;
  }
  return { ...declared, Default: MASK };
}

function inForce(stack: Stack, raw: Json): Json {
  const form = stack.shown.form(raw);
  return form === undefined ? raw : express(form);
}

function scriptOf(from: Stack, before: Json, to: Stack, after: Json, path: Path): PropertyChange['script'] {
  if (masked('x', path) === MASK) return undefined;
  const [one, other] = [textIn(from, before), textIn(to, after)];
  if (one === undefined || other === undefined || one === other) return undefined;
  const isScript =
    [before, after].some((raw) => callOf(raw)?.[0] === 'Fn::Base64') || /\n./.test(one) || /\n./.test(other);
  return isScript ? { before: one, after: other } : undefined;
}

/** What is sent in Base64 is read as it is written. */
function textIn(stack: Stack, raw: Json): string | undefined {
  const call = callOf(raw);
  const form = stack.shown.form(call?.[0] === 'Fn::Base64' ? call[1] : raw);
  return form && readable(form);
}
