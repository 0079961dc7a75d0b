import type { Report } from '../diagnostics/diagnostic.js';
import { Place } from '../source/place.js';
import { dynamicReferences, isLogicalId, limits, resourceAttributes } from '../template/cloudformation.js';
import type { Logical, LogicalResource, Placed } from '../template/logical.js';
import { isMap } from '../template/value.js';
import { didYouMean } from '../text/suggest.js';

/** Checks the counts and names that CloudFormation limits, and attributes that have a closed list of values. */
export function checkLimits(logical: Logical, report: Report): void {
  const { parameters, mappings, conditions, rules, outputs } = logical.sections;
  const resources = new Map(logical.resources.map((resource) => [resource.id, resource]));
  const sections = { resources, parameters, mappings, outputs };
  for (const [what, entries] of Object.entries(sections)) checkCount(what as keyof typeof sections, entries, report);
  for (const [name, mapping] of mappings) checkMapping(name, mapping, report);
  for (const [what, entries] of Object.entries({ ...sections, conditions, rules })) checkNames(what, entries, report);
  for (const resource of logical.resources) checkValues(resource, report);
  checkDescription(logical, report);
}

/**
 * Checks the size of a template as it will be sent: `text` as it is written, `minified` without white space (made only
 * where it matters), both in UTF-8 bytes. `place` is the blueprint.
 */
export function checkSize(text: string, minified: () => string, place: Place, report: Report): void {
  const bytes = Buffer.byteLength(text);
  const limit = limits.bodyBytes;
  const least = bytes > limit ? Buffer.byteLength(minified()) : bytes;
  if (least > limit) report('template-too-large', place, { bytes: least, limit });
  else if (bytes > limit) report('template-needs-minifying', place, { bytes, limit });
  else if (bytes > limits.inlineBodyBytes)
    report('template-not-inline', place, { bytes, limit: limits.inlineBodyBytes });
  const references = dynamicReferences(text).length;
  if (references > limits.dynamicReferences)
    report('too-many', place, { what: 'dynamic references', count: references, limit: limits.dynamicReferences });
}

type Counted = 'resources' | 'parameters' | 'mappings' | 'outputs';

function checkCount(what: Counted, entries: ReadonlyMap<string, { place: Place }>, report: Report): void {
  const [first] = entries.values();
  if (first === undefined || entries.size <= limits[what]) return;
  const place = Place.root(first.place.document).at(what);
  report('too-many', place, { what, count: entries.size, limit: limits[what] }, { part: 'key' });
}

function checkMapping(name: string, { value, place }: Placed, report: Report): void {
  const count = isMap(value) ? Object.keys(value).length : 0;
  const limit = limits.mappingAttributes;
  if (count > limit) report('too-many', place, { what: `keys in "${name}"`, count, limit }, { part: 'key' });
}

function checkNames(what: string, entries: ReadonlyMap<string, { place: Place }>, report: Report): void {
  for (const [name, { place }] of entries) {
    const kind = what.slice(0, -1);
    if (!isLogicalId(name))
      report('bad-logical-id', place, { kind, name, limit: limits.logicalIdLength }, { part: 'key' });
  }
}

function checkValues({ attributes, place }: LogicalResource, report: Report): void {
  for (const [name, value] of attributes) {
    const values = resourceAttributes.get(name)?.values;
    if (values === undefined || typeof value !== 'string' || values.includes(value)) continue;
    const key = name.charAt(0).toLowerCase() + name.slice(1);
    report('unknown-policy', place.at(key), { name: key, value, values }, { hint: didYouMean(value, values) });
  }
}

function checkDescription({ sections, resources }: Logical, report: Report): void {
  const { description } = sections;
  const document = resources[0]?.place.document;
  if (typeof description !== 'string' || document === undefined) return;
  const bytes = Buffer.byteLength(description);
  const limit = limits.descriptionBytes;
  if (bytes > limit) report('description-too-long', Place.root(document).at('description'), { bytes, limit });
}
