import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import type { Specifications } from '../specification/read.js';
import type { LogicalResource } from '../template/logical.js';
import type { JsonMap } from '../template/template.js';
import { isMap, type Value } from '../template/value.js';

/**
 * What identifies the logical resources that exist already, by the names that CloudFormation asks for (CloudFormation API
 * Reference, ResourceToImport). A lone text stands for the one property that identifies the type.
 */
export function importsOf(
  resources: readonly LogicalResource[],
  specifications: Specifications,
  report: Report,
): ReadonlyMap<string, JsonMap> {
  const imports = new Map<string, JsonMap>();
  for (const resource of resources) {
    const { id, type, identity, attributes, place } = resource;
    if (identity === undefined) continue;
    const names = specifications.typeSpecification(type)?.identifier ?? [];
    const found = identifierOf(identity, names);
    const at = place.at('import');
    if (typeof found === 'string') report('bad-identifier', at, { id, type }, { hint: found });
    else imports.set(id, found);
    if (!attributes.has('DeletionPolicy')) report('unsafe-import', at, { id }, { part: 'key', hint: POLICY });
  }
  return imports;
}

/** Reports each of these places that no logical resource comes from which could be imported. */
export function checkImported(resources: readonly LogicalResource[], wanted: readonly Place[], report: Report): void {
  const places = new Set(resources.flatMap(({ identity, place }) => (identity === undefined ? [] : [keyOf(place)])));
  for (const place of wanted) {
    if (!places.has(keyOf(place))) report('no-main-resource', place.at('import'), { owner: 'This resource' });
  }
}

const POLICY = 'Say "deletionPolicy: Retain": CloudFormation imports no resource that says nothing of it.';

function keyOf(place: Place): string {
  return JSON.stringify(place);
}

/** The identifier, or what to write instead. */
function identifierOf(identity: Value, names: readonly string[]): JsonMap | string {
  const [name, ...more] = names;
  if (typeof identity === 'string') {
    return name === undefined || more.length > 0 ? adviceOf(names) : mapOf([[name, identity]]);
  }
  if (!isMap(identity)) return 'It has to be written out, as it is needed before the stack is deployed.';
  const entries = Object.entries(identity).flatMap(([key, value]) =>
    typeof value === 'string' && (names.length === 0 || names.includes(key)) ? [[key, value] as const] : [],
  );
  const complete =
    entries.length === Object.keys(identity).length && names.every((one) => Object.hasOwn(identity, one));
  return complete ? mapOf(entries) : adviceOf(names);
}

function mapOf(entries: readonly (readonly [string, string])[]): JsonMap {
  const map: Record<string, string> = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
}

function adviceOf(names: readonly string[]): string {
  if (names.length === 0) return 'It is not known what identifies this type: write import: { PROPERTY: … }.';
  const properties = names.map((name) => `${name}: …`).join(', ');
  return `Write import: { ${properties} }, each written out.`;
}
