import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../source/place.js';
import { blueprintKey, isLogicalId, limits, resourceAttributes } from '../../template/cloudformation.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import type { Declaration } from '../blueprint.js';
import { checkKeys, isMacro, member } from './keys.js';
import data from './types.json' with { type: 'json' };

/** A resource that stands in `raw` as it will stand in the template. */
export type RawDeclaration = Omit<Declaration, 'type'> & { readonly typePlace: Place };

/** The resources that `raw` adds to the template, as far as they have a type. */
export function rawResources(raw: ReadonlyMap<string, Expression>): readonly RawDeclaration[] {
  const resources = raw.get('Resources');
  if (resources?.kind !== 'map') return [];
  return resources.entries.flatMap(({ key, value }) => {
    const type = value.kind === 'map' && !isMacro(key) ? member(value, 'Type') : undefined;
    if (value.kind !== 'map' || type?.kind !== 'literal') return [];
    return [
      {
        id: key,
        typeName: String(type.value),
        typePlace: type.place,
        config: member(value, 'Properties'),
        settings: new Map(value.entries.map((entry) => [blueprintKey(entry.key), entry.value])),
        forEach: undefined,
        as: 'each',
        place: value.place,
      },
    ];
  });
}

/**
 * Looks at the resources in `raw`: their ids, what stands beside their properties. A transform of AWS's own may give
 * them more attributes.
 */
export function checkRaw(raw: ReadonlyMap<string, Expression>, transformed: boolean, report: Report): void {
  const resources = raw.get('Resources');
  if (resources?.kind !== 'map') return;
  for (const { key, value } of resources.entries) {
    if (isMacro(key) || value.kind !== 'map') continue;
    if (!isLogicalId(key)) {
      const args = { kind: 'resource', name: key, limit: limits.logicalIdLength };
      report('bad-logical-id', value.place, args, { part: 'key' });
    }
    if (!transformed && !value.entries.some((entry) => isMacro(entry.key)))
      checkKeys(value, attributesOf(value), `resource "${key}"`, report);
    checkTexts(value, report);
  }
}

/** What may stand beside the properties. Custom resources may say of what version they are. */
function attributesOf(resource: MapExpression): readonly string[] {
  const type = member(resource, 'Type');
  const name = type?.kind === 'literal' ? String(type.value) : '';
  const custom = name.startsWith(data.versioned.prefix) || name === data.versioned.type;
  return [...resourceAttributes.keys(), ...(custom ? ['Version'] : [])];
}

function checkTexts(resource: MapExpression, report: Report): void {
  for (const { key, value } of resource.entries) {
    const attribute = resourceAttributes.get(key);
    if (attribute?.takes !== 'text') continue;
    const made = value.kind === 'map' && value.entries.some((entry) => isMacro(entry.key));
    if (value.kind === 'list' || (value.kind === 'map' && !made)) {
      const written = value.kind === 'list' ? 'A list' : 'A map';
      report('wrong-kind', value.place, { written, expected: 'a text' });
    }
    const { values } = attribute;
    if (value.kind !== 'literal' || values === undefined || values.includes(String(value.value))) continue;
    report('unknown-policy', value.place, { name: key, value: String(value.value), values });
  }
}
