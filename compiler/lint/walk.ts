import type { LogicalResource } from '../template/logical.js';
import { Call, isMap, Text, type Value } from '../template/value.js';
import { Site } from './site.js';

/** What is done with each value of a resource; the parts of a joined text stand where the text does. */
export type Visit = (value: Value, site: Site, inText: boolean) => void;

/** Visits all that stands in a resource but `DependsOn` and `Condition`, each value before what is in it. */
export function walkResource(resource: LogicalResource, visit: Visit): void {
  const site = Site.of(resource);
  if (resource.properties !== undefined) walk(resource.properties, site.at('Properties'), visit);
  for (const [name, value] of resource.attributes) {
    if (name !== 'DependsOn' && name !== 'Condition') walk(value, site.at(name), visit);
  }
}

function walk(value: Value, site: Site, visit: Visit, inText = false): void {
  visit(value, site, inText);
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Call) walkCall(value, site.into(value), visit);
  else if (value instanceof Text) for (const part of value.parts) walk(part, site, visit, true);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, site.at(index), visit);
  else if (isMap(value)) for (const [key, item] of Object.entries(value)) walk(item, site.at(key), visit);
}

/** What a choice is between; the name of its condition is no value. */
function walkCall({ name, args }: Call, site: Site, visit: Visit): void {
  if (name !== 'Fn::If' || !Array.isArray(args)) walk(args, site, visit);
  else for (const [index, branch] of args.entries()) if (index > 0) walk(branch, site.at(index), visit);
}
