import { Misuse } from '../../../compiler/commands/outcome.js';
import { Specifications } from '../../../compiler/specification/read.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import type { ResourceToImport } from '../../api/cloudformation.js';
import type { Target } from '../../inputs/target.js';

/**
 * What is to be imported: what the blueprint says (`import:`), with `ID=identifier` and `ID.Key=identifier` over it,
 * sorted by id.
 *
 * @throws Misuse for words that say nothing of that kind, ids that there are not, and types whose key is to be said
 */
export function wanted({ template, imports }: Target, words: readonly string[]): readonly ResourceToImport[] {
  const types = new Map(Object.entries(template.Resources).map(([id, resource]) => [id, typeOf(resource as JsonMap)]));
  const found = new Map([...imports].map(([id, identifier]) => [id, new Map(Object.entries(identifier))]));
  const specifications = new Specifications();
  for (const word of words) {
    const { id, key, value } = parsed(word);
    const type = types.get(id);
    if (type === undefined) throw new Misuse(`"${id}" in "${word}" is no resource of the template.`);
    const known = found.get(id) ?? new Map();
    known.set(key ?? onlyKey(type, id, specifications), value);
    found.set(id, known);
  }
  const ids = [...found.keys()].sort();
  return ids.map((id) => ({
    ResourceType: types.get(id) ?? '',
    LogicalResourceId: id,
    ResourceIdentifier: Object.fromEntries([...(found.get(id) ?? [])].map(([key, value]) => [key, String(value)])),
  }));
}

function typeOf(resource: JsonMap): string {
  return typeof resource.Type === 'string' ? resource.Type : '';
}

function parsed(word: string): { readonly id: string; readonly key?: string; readonly value: string } {
  const [, id, key, value] = /^([A-Za-z0-9]+)(?:\.([A-Za-z0-9]+))?=(.+)$/s.exec(word) ?? [];
  if (id === undefined || value === undefined)
    throw new Misuse(`"${word}" does not say what to import: write ID=identifier, or ID.Key=identifier.`);
  return { id, value, ...(key === undefined ? {} : { key }) };
}

/** The property that identifies a type. @throws Misuse where there are several, or none is known */
function onlyKey(type: string, id: string, specifications: Specifications): string {
  const names = specifications.typeSpecification(type)?.identifier ?? [];
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) return name;
  const write = names.length === 0 ? `${id}.Key=identifier` : names.map((one) => `${id}.${one}=…`).join(' ');
  throw new Misuse(`A resource of the type ${type} is not identified by one property: write ${write}.`);
}
