import type { LogicalResource } from '../template/logical.js';
import { Call, isMap, Reference, type Value } from '../template/value.js';
import { Site } from './site.js';

/** A value and where it stands. */
export interface Found {
  readonly value: Value;
  readonly site: Site;
}

/**
 * What stands at a path of a resource's properties (`Interfaces.*.Subnet`, where `*` is each item of a list), in each
 * branch of a choice.
 */
export function select(resource: LogicalResource, path: string): readonly Found[] {
  if (resource.properties === undefined) return [];
  return below(resource.properties, path === '' ? [] : path.split('.'), Site.of(resource).at('Properties'));
}

/** The same, from a value that stands at a site. */
export function below(value: Value, steps: readonly string[], site: Site): readonly Found[] {
  if (value instanceof Call && value.name === 'Fn::If' && Array.isArray(value.args)) {
    const inside = site.into(value);
    return value.args.slice(1).flatMap((branch, index) => below(branch, steps, inside.at(index + 1)));
  }
  const [step, ...rest] = steps;
  if (step === undefined) return [{ value, site }];
  if (step === '*') return itemsOf(value).flatMap((item, index) => below(item, rest, site.at(index)));
  const inner = isMap(value) ? value[step] : undefined;
  return inner === undefined ? [] : below(inner, rest, site.at(step));
}

/** A list joined to a text (`!Join [",", […]]`) is a list, too. */
function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  const joined = value instanceof Call && Array.isArray(value.args) ? value.args[1] : undefined;
  return Array.isArray(joined) ? joined : [value];
}

/** The resource that a value is, as a reference to it; undefined for anything else. */
export function targetOf(value: Value): string | undefined {
  if (value instanceof Reference) return value.target;
  return value instanceof Call && value.name === 'Ref' && typeof value.args === 'string' ? value.args : undefined;
}

/** The resources and parameters that stand at a path of a resource's properties. */
export function targetsAt(resource: LogicalResource, path: string): readonly string[] {
  return select(resource, path).flatMap(({ value }) => targetOf(value) ?? []);
}

/** Whether a value is the boolean true, in any of CloudFormation's spellings. */
export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** Whether a value is the boolean false, in any of CloudFormation's spellings. */
export function isFalse(value: Value): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false');
}
