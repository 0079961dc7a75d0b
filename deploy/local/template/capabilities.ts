import data from '../../../compiler/diff/capabilities.json' with { type: 'json' };
import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json } from '../../../compiler/template/template.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

const types: ReadonlyMap<string, string> = new Map(Object.entries(data.types));

/** What somebody has to say yes to, and CloudFormation's sentence about why. */
export interface Required {
  readonly capabilities: readonly string[];
  /** As in `CapabilitiesReason`; empty where nothing is needed. */
  readonly reason: string;
}

/** The capabilities that a template needs (CloudFormation API Reference, CreateChangeSet, Capabilities). */
export function requiredCapabilities(template: LocalTemplate): Required {
  const asking = [...template.resources.values()].filter(({ type }) => types.has(type));
  const named = asking.some(({ type, properties }) => {
    const property = types.get(type) ?? '';
    return property !== '' && Object.hasOwn(properties, property);
  });
  const capabilities = asking.length === 0 ? [] : [named ? data.named : data.plain];
  const kinds = [...new Set(asking.map(({ type }) => type))].sort();
  const because = kinds.length === 0 ? [] : [`The following resource(s) require capabilities: [${kinds.join(', ')}]`];
  if (template.transforms.length > 0 || hasTransform(template.json)) {
    capabilities.push(data.expand);
    if (template.transforms.length > 0) {
      because.push(`The following transforms require capabilities: [${template.transforms.join(', ')}]`);
    }
  }
  return { capabilities, reason: because.join('; ') };
}

/**
 * Refuses a request that does not acknowledge what its template needs; the stronger acknowledgement contains the weaker.
 *
 * @throws Fault (InsufficientCapabilitiesException)
 */
export function checkCapabilities(template: LocalTemplate, given: readonly string[]): void {
  const has = new Set(given);
  if (has.has(data.named)) has.add(data.plain);
  const missing = requiredCapabilities(template).capabilities.filter((name) => !has.has(name));
  if (missing.length === 0) return;
  throw refusal(`Requires capabilities : [${missing.join(', ')}]`, 'InsufficientCapabilitiesException');
}

function hasTransform(value: Json): boolean {
  if (isJsonList(value)) return value.some(hasTransform);
  return (
    isJsonMap(value) && Object.entries(value).some(([key, inner]) => key === data.transform || hasTransform(inner))
  );
}
