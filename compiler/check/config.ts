import type { Report } from '../diagnostics/diagnostic.js';
import type { Expression, MapExpression } from '../text/expression.js';
import type { Types } from '../types/load.js';
import { isSchema } from '../types/schema-shape.js';
import type { Type } from '../types/type.js';
import { reportViolations } from './findings.js';
import { checkFormats } from './formats.js';
import { validate } from './validate.js';

/** What may be said beside the config, and is understood inside the config of a nested resource. */
const ORDER_KEYS = ['waitFor', 'dependsOn'];

/** Checks the config of a resource of a JIML type, and those of the resources nested in it. */
export function checkConfig(config: Expression, type: Type, owner: string, types: Types, report: Report): void {
  const own = config.kind === 'map' ? withoutAliases(config, type, report) : config;
  const elsewhere = (key: string, steps: readonly string[]) =>
    steps.length > 0 ? undefined : whereItBelongs(key, type, types);
  reportViolations(validate(type.schema, own), own, { owner, code: 'unknown-property', elsewhere }, report);
  checkFormats(own, type.shape, report);
  if (own.kind !== 'map') return;
  for (const { key, value } of own.entries) {
    const nested = type.keys.get(key)?.resource;
    const nestedType = nested === undefined ? undefined : types.get(nested);
    if (nestedType === undefined || value.kind !== 'map') continue;
    const config = { ...value, entries: value.entries.filter((entry) => !ORDER_KEYS.includes(entry.key)) };
    const given = keysBeside(key, nestedType.name, type);
    checkConfig(config, nestedType, `"${key}" of ${owner}`, types, (...finding) => {
      const [code, place, args] = finding;
      const { name } = args as { readonly name?: unknown };
      if (code !== 'missing-property' || place !== value.place || !given.has(String(name))) report(...finding);
    });
  }
}

/** What the parts of a type that take a nested config give in the layers beside it. */
function keysBeside(key: string, nested: string, { template }: Type): ReadonlySet<string> {
  const parts = [...template.parts.values()].filter(({ type }) => type === nested).map((part) => part.config());
  const taking = parts.filter((layers) => layers.some((layer) => layer.kind === 'name' && layer.chain.name === key));
  const maps = taking.flat().flatMap((layer) => (layer.kind === 'map' ? layer.entries : []));
  return new Set(maps.map((entry) => entry.key));
}

/** Other names for the same key are taken for it; both are one too many. */
function withoutAliases(config: MapExpression, type: Type, report: Report): MapExpression {
  const names = new Set(config.entries.map(({ key }) => key));
  const entries = config.entries.map((entry) => {
    const name = type.keys.get(entry.key)?.aliasOf;
    if (name === undefined) return entry;
    if (names.has(name)) {
      const hint = 'Keep one of the two.';
      report('both-names', entry.value.place, { name: entry.key, other: name }, { part: 'key', hint });
    }
    return { ...entry, key: name };
  });
  return { ...config, entries };
}

const BESIDE = [
  'condition',
  'deletionPolicy',
  'updateReplacePolicy',
  'creationPolicy',
  'updatePolicy',
  'metadata',
  'import',
  'forEach',
];

function whereItBelongs(key: string, type: Type, types: Types): string | undefined {
  const beside = [...ORDER_KEYS, ...BESIDE].find((name) => name.toLowerCase() === key.toLowerCase());
  if (beside !== undefined) return `"${beside}" belongs beside "config".`;
  for (const { name, resource, schema } of type.keys.values()) {
    const inside = resource === undefined ? schema : types.get(resource)?.schema;
    const properties = inside?.properties;
    if (isSchema(properties) && Object.hasOwn(properties, key)) return `"${key}" belongs into "${name}".`;
  }
  return undefined;
}
