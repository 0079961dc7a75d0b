import type { Path } from '../source/place.js';
import data from './attributes.json' with { type: 'json' };
import { compare, type Difference } from './compare.js';
import type { Forms } from './form.js';
import type { Replacement } from './model.js';
import { member } from './node.js';
import { ValuePlace } from './place.js';
import { replacementOfValue, stronger } from './replace.js';
import { sameJson } from './sameness.js';
import type { Stack, StackResource } from './stack.js';

/** A difference of a resource, with what it does to it. */
export interface Effectual extends Difference {
  readonly replacement: Replacement;
}

/** What is different between two states of one resource, as far as it is written there. */
export interface Draft {
  readonly id: string;
  readonly before: StackResource;
  readonly after: StackResource;
  readonly differences: readonly Effectual[];
  readonly replacement: Replacement;
  /** Whether the physical resource is touched. */
  readonly effective: boolean;
  readonly same: readonly Path[];
}

/** Compares a resource that is on both sides. */
export function draftOf(forms: Forms, before: StackResource, after: StackResource, from: Stack, to: Stack): Draft {
  const place = ValuePlace.properties(after.type, after.spec);
  const found = compare(forms, before.properties, after.properties, { path: ['Properties'], place });
  const properties = found.differences.map((one) => effectual(one, after));
  const beside = besides(forms, before, after, from, to);
  const differences = [
    ...typeOf(before, after),
    ...existenceOf(before, after, to),
    ...beside.differences,
    ...properties,
  ];
  const effective = differences.some(({ path }) => ['Type', 'Properties', 'Condition'].includes(String(path[0])));
  const replacement = differences.map((one) => one.replacement).reduce<Replacement>(stronger, 'false');
  const same = [...found.same, ...beside.same, ...orderingOf(before, after)];
  return { id: after.id, before, after, differences, replacement, effective, same };
}

function effectual(difference: Difference, { spec }: StackResource): Effectual {
  const { path, before, after } = difference;
  const replacement = replacementOfValue(spec, path.slice(1), [before, after]);
  return { ...difference, replacement };
}

/** A resource cannot become one of another type: it is made anew. */
function typeOf(before: StackResource, after: StackResource): readonly Effectual[] {
  if (before.type === after.type) return [];
  return [literal('Type', before, after, 'true')];
}

/** Where nobody knows whether it is there, what that depends on is a part of it. */
function existenceOf(before: StackResource, after: StackResource, { evaluator }: Stack): readonly Effectual[] {
  if (before.exists === after.exists) return [];
  const { forms } = evaluator;
  const node = ({ raw, exists }: StackResource) => {
    const form = typeof exists === 'boolean' ? forms.text([String(exists)]) : exists;
    return { raw: member(raw, 'Condition') ?? exists === true, form };
  };
  const sides = { before: node(before), after: node(after) };
  return [{ path: ['Condition'], action: 'modify', ...sides, replacement: 'false' }];
}

function literal(key: string, before: StackResource, after: StackResource, replacement: Replacement): Effectual {
  const node = ({ raw, type, properties }: StackResource) =>
    properties && { form: properties.form, raw: member(raw, key) ?? type };
  return { path: [key], action: 'modify', before: node(before), after: node(after), replacement };
}

function besides(forms: Forms, before: StackResource, after: StackResource, from: Stack, to: Stack) {
  const differences: Effectual[] = [];
  const same: Path[] = [];
  for (const key of data.listed) {
    const [one, other] = [member(before.raw, key), member(after.raw, key)];
    const nodes = [
      one === undefined ? one : from.evaluator.node(one),
      other === undefined ? other : to.evaluator.node(other),
    ];
    const at = { path: [key], place: ValuePlace.properties('', undefined) };
    const found = compare(forms, nodes[0], nodes[1], at);
    differences.push(...found.differences.map((difference) => ({ ...difference, replacement: 'false' as const })));
    same.push(...found.same);
  }
  return { differences, same };
}

function orderingOf(before: StackResource, after: StackResource): readonly Path[] {
  return data.ordering.flatMap((key): Path[] =>
    sameJson(member(before.raw, key), member(after.raw, key)) || (key === 'Condition' && before.exists !== after.exists)
      ? []
      : [[key]],
  );
}
