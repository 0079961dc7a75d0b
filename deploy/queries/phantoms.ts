import { diff } from '../../compiler/diff/diff.js';
import { isJsonMap } from '../../compiler/diff/node.js';
import { MASK } from '../../compiler/diff/shown.js';
import type { Path } from '../../compiler/source/place.js';
import { Specifications } from '../../compiler/specification/read.js';
import type { JsonMap } from '../../compiler/template/template.js';
import type { PropertyDifference, StackResourceDrift } from '../api/cloudformation.js';
import { jsonIn, pathOf } from './pointer.js';

/**
 * For each resource the differences that are some. CloudFormation also reports as different what means the same: lists
 * whose order has no meaning, texts of JSON with other blanks, numbers written as texts; and secrets, which it cannot see.
 */
export function realDifferences(
  drifts: readonly StackResourceDrift[],
): ReadonlyMap<StackResourceDrift, readonly PropertyDifference[]> {
  const changed = changedPaths(drifts);
  return new Map(
    drifts.map((one, index) => {
      const paths = changed.get(`R${index}`) ?? [];
      const compared = isJsonMap(jsonIn(one.ExpectedProperties)) && isJsonMap(jsonIn(one.ActualProperties));
      const differences = (one.PropertyDifferences ?? []).filter(({ PropertyPath = '', ExpectedValue }) => {
        const path = pathOf(PropertyPath);
        return ExpectedValue !== MASK && (!compared || paths.some((other) => overlaps(path, other)));
      });
      return [one, differences];
    }),
  );
}

/** Where what is expected and what is there differ, as templates are compared; one comparison for all. */
function changedPaths(drifts: readonly StackResourceDrift[]): ReadonlyMap<string, readonly Path[]> {
  const side = (textOf: (one: StackResourceDrift) => string | undefined) => {
    const entries = drifts.flatMap((one, index): readonly (readonly [string, JsonMap])[] => {
      const properties = jsonIn(textOf(one));
      return isJsonMap(properties) ? [[`R${index}`, { Type: one.ResourceType ?? '', Properties: properties }]] : [];
    });
    return { template: { Resources: Object.fromEntries(entries) }, parameters: new Map(), places: new Map() };
  };
  const { resources } = diff(
    side(({ ExpectedProperties }) => ExpectedProperties),
    side(({ ActualProperties }) => ActualProperties),
    new Specifications(),
  );
  return new Map(resources.map(({ id, properties }) => [id, properties.map(({ path }) => path.slice(1))]));
}

/** Whether one place is in the other. Which item of a list is meant is not asked, as the order may mean nothing. */
function overlaps(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++)
    if (typeof one[at] !== typeof other[at] || (typeof one[at] === 'string' && one[at] !== other[at])) return false;
  return true;
}
