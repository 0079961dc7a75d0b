import fc from 'fast-check';
import type { Json } from '../../compiler/template/template.js';

/** A text by what it means: characters, and names whose values nobody knows. */
export type Part = { readonly text: string } | { readonly name: string };

export const NAMES = ['AWS::Region', 'AWS::StackName', 'Q', 'Q.Arn', 'P'];

const text = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', '-', '$', '{', '}', '!', '\n', '"') });

/** Any text; never one that has no part. */
export const anyParts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.oneof(
    text.map((one) => ({ text: one })),
    fc.constantFrom(...NAMES).map((name) => ({ name })),
  ),
  { minLength: 1, maxLength: 5 },
);

/** One of the ways in which a text can be written: the numbers choose. */
export function written(parts: readonly Part[], choice: number): Json {
  const ways = [joined, subbed, nested, varied];
  return (ways[choice % ways.length] ?? joined)(parts);
}

/** What a value comes to, when names have these values: the judge of whether two ways mean the same. */
export function resolve(value: Json, values: ReadonlyMap<string, string>): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [name, arg] = Object.entries(value)[0] as [string, Json];
  if (name === 'Ref') return values.get(String(arg)) ?? '';
  if (name === 'Fn::GetAtt') return values.get(Array.isArray(arg) ? arg.join('.') : String(arg)) ?? '';
  const list = arg as readonly Json[];
  if (name === 'Fn::Join') return (list[1] as Json[]).map((part) => resolve(part, values)).join(String(list[0]));
  const [template, variables] = typeof arg === 'string' ? [arg, {}] : [String(list[0]), list[1] as object];
  const own = new Map(Object.entries(variables as Record<string, Json>));
  return template.replaceAll(/\$\{(!?)([^{}$]*)\}/g, (_, literal, inside) =>
    literal === '!'
      ? `\${${inside}}`
      : own.has(inside)
        ? resolve(own.get(inside) ?? '', values)
        : (values.get(inside) ?? ''),
  );
}

function reference(name: string): Json {
  if (!name.includes('.')) return { Ref: name };
  return name.length % 2 === 0 ? { 'Fn::GetAtt': name } : { 'Fn::GetAtt': name.split('.') };
}

function joined(parts: readonly Part[]): Json {
  return { 'Fn::Join': ['', parts.map((part) => ('name' in part ? reference(part.name) : part.text))] };
}

/** The first half within a join of its own. */
function nested(parts: readonly Part[]): Json {
  const half = Math.ceil(parts.length / 2);
  return { 'Fn::Join': ['', [joined(parts.slice(0, half)), joined(parts.slice(half))]] };
}

/** Only where no characters could be taken for a variable. */
function subbed(parts: readonly Part[]): Json {
  if (parts.some((part) => 'text' in part && /[${}]/.test(part.text))) return joined(parts);
  return { 'Fn::Sub': parts.map((part) => ('name' in part ? `\${${part.name}}` : part.text)).join('') };
}

/** Every part is a variable. */
function varied(parts: readonly Part[]): Json {
  const variables = parts.map((part, at): [string, Json] => [
    `v${at}`,
    'name' in part ? reference(part.name) : part.text,
  ]);
  return { 'Fn::Sub': [variables.map(([name]) => `\${${name}}`).join(''), Object.fromEntries(variables)] };
}
