import { masked } from '../../compiler/diff/shown.js';
import type { Path } from '../../compiler/source/place.js';
import type { Json } from '../../compiler/template/template.js';
import type { PropertyDifference, StackResourceDrift } from '../api/cloudformation.js';
import { given } from './document.js';
import { realDifferences } from './phantoms.js';
import type { Places } from './places.js';
import { jsonIn, pathOf } from './pointer.js';

/** A resource that is not as its template says (schemas/output/drift.schema.json). */
export interface Drifted {
  /** The logical id; in a nested stack behind those of the stacks around it: `Network/Vpc`. */
  readonly id: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly change: 'modified' | 'deleted';
  readonly where?: string;
  readonly differences: readonly Difference[];
}

/** A property that is not as the template says. */
export interface Difference {
  readonly path: Path;
  /** `add`: it is there, and the template does not say it; `remove`: the other way round. */
  readonly kind: 'add' | 'remove' | 'change';
  readonly expected?: Json;
  readonly actual?: Json;
  readonly where?: string;
}

/** What of one stack has drifted, and how many differences are none. */
export interface Found {
  readonly resources: readonly Drifted[];
  readonly phantoms: number;
}

const KINDS = { ADD: 'add', REMOVE: 'remove', NOT_EQUAL: 'change' } as const;

/**
 * The resources that CloudFormation found changed or deleted, without differences that only look like ones.
 *
 * @param above The logical ids of the nested stacks that they are in.
 */
export function driftedIn(drifts: readonly StackResourceDrift[], above: readonly string[], places: Places): Found {
  const modified = drifts.filter(({ StackResourceDriftStatus: status }) => status === 'MODIFIED');
  const real = realDifferences(modified);
  const resources: Drifted[] = [];
  let phantoms = 0;
  for (const one of drifts) {
    const differences = real.get(one) ?? [];
    phantoms +=
      one.StackResourceDriftStatus === 'MODIFIED' ? (one.PropertyDifferences ?? []).length - differences.length : 0;
    if (one.StackResourceDriftStatus === 'DELETED') resources.push(resourceOf(one, 'deleted', [], above, places));
    // A change of which nothing is said is one nevertheless.
    else if (differences.length > 0 || isUnexplained(one))
      resources.push(resourceOf(one, 'modified', differences, above, places));
  }
  return { resources, phantoms };
}

function isUnexplained({ StackResourceDriftStatus, PropertyDifferences = [] }: StackResourceDrift): boolean {
  return StackResourceDriftStatus === 'MODIFIED' && PropertyDifferences.length === 0;
}

function resourceOf(
  one: StackResourceDrift,
  change: Drifted['change'],
  differences: readonly PropertyDifference[],
  above: readonly string[],
  places: Places,
): Drifted {
  const own = one.LogicalResourceId ?? '';
  const [outermost = own] = above;
  return given({
    id: [...above, own].join('/'),
    type: one.ResourceType ?? '',
    physicalId: one.PhysicalResourceId,
    change,
    where: places.where(outermost),
    differences: differences.map((difference) =>
      differenceOf(difference, above.length === 0 ? own : undefined, places),
    ),
  });
}

function differenceOf(one: PropertyDifference, id: string | undefined, places: Places): Difference {
  const path = pathOf(one.PropertyPath ?? '');
  const kind = KINDS[one.DifferenceType ?? 'NOT_EQUAL'] ?? 'change';
  return given({
    path,
    kind,
    expected: kind === 'add' ? undefined : shownOf(one.ExpectedValue, path),
    actual: kind === 'remove' ? undefined : shownOf(one.ActualValue, path),
    where: id === undefined ? undefined : places.property(id, path),
  });
}

/** Values come as texts: JSON for lists and maps, and the bare characters for all else. Secrets are masked. */
function shownOf(text: string | undefined, path: Path): Json | undefined {
  if (text === undefined) return undefined;
  const json = jsonIn(text);
  // A number that would not be printed as it was written is a text.
  const isText = json === undefined || (typeof json !== 'object' && String(json) !== text);
  return masked(isText ? text : json, path);
}
