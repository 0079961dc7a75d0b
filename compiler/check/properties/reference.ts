import type { Report } from '../../diagnostics/diagnostic.js';
import type { PropertySpecification, TypeSpecification, ValueType } from '../../specification/specification.js';
import { type NameExpression, spell } from '../../text/expression.js';
import type { Referables, Target } from './referables.js';
import data from './types.json' with { type: 'json' };

/** Looks at a reference that stands where a property expects something. What it gives is not always known. */
export function checkReference(
  value: NameExpression,
  type: ValueType,
  { from }: Pick<PropertySpecification, 'from'>,
  referables: Referables,
  report: Report,
): void {
  const { chain, place } = value;
  if (type.kind === 'list' && referables.given(chain) === 'text') {
    report('text-for-list', place, { written: spell(chain) }, { hint: `Write [$${spell(chain)}].` });
  }
  const target = referables.target(chain);
  if (target === undefined || from.length === 0) return;
  const expected = from.filter(([name]) => name === target.spec.name).map(([, attribute]) => attribute);
  if (expected.length > 0) checkIdentity(value, target, expected, report);
  else checkType(value, target, new Set(from.map(([name]) => name)), report);
}

const unmistakable: ReadonlySet<string> = new Set(data.unmistakable.types);

/** A resource of another type than the only one that can be meant. */
function checkType(
  { chain, place }: NameExpression,
  { spec, attribute }: Target,
  expected: ReadonlySet<string>,
  report: Report,
): void {
  const [only] = expected;
  if (attribute !== undefined || only === undefined || expected.size > 1 || !unmistakable.has(only)) return;
  if (spec.name.startsWith(data.unmistakable.anything) || spec.transform !== undefined) return;
  report('other-resource', place, { written: spell(chain), type: spec.name, expected: only });
}

/** An ARN where a name is expected, or the other way round. */
function checkIdentity(value: NameExpression, target: Target, expected: readonly string[], report: Report): void {
  const { id, spec, attribute } = target;
  const gives = attribute === undefined ? spec.ref : [attribute];
  if (
    gives.length === 0 ||
    !expected.some((name) => isKnown(name, spec)) ||
    gives.some((name) => expected.some((other) => isArn(name) === isArn(other)))
  )
    return;
  const wanted = expected[0] ?? '';
  const way = spec.ref.includes(wanted) ? `$${id}` : spec.attribute(wanted) && `$${id}.${wanted}`;
  const args = { written: spell(value.chain), gives: gives.join('|'), wanted: expected.join(' or ') };
  report('other-identifier', value.place, args, { hint: way && `Write ${way}.` });
}

/** Not all that is said to be expected is something that the type has. */
function isKnown(name: string, spec: TypeSpecification): boolean {
  return spec.ref.includes(name) || spec.attribute(name) !== undefined || spec.properties.property(name) !== undefined;
}

function isArn(name: string): boolean {
  return /Arn$/i.test(name);
}
