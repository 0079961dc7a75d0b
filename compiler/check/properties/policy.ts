import type { Report } from '../../diagnostics/diagnostic.js';
import type { PropertySpecification, ValueType } from '../../specification/specification.js';
import type { Expression } from '../../text/expression.js';
import { branches } from './branches.js';
import { checkKeys, member } from './keys.js';
import data from './policies.json' with { type: 'json' };
import { checkStatement, type Policy } from './statement.js';

const places: ReadonlyMap<string, string> = new Map(Object.entries(data.places));
const kinds: ReadonlyMap<string, Omit<Policy, 'kind'>> = new Map(Object.entries(data.kinds));

/** What policy a property of a type holds; undefined where it holds none, as far as that is known. */
export function policyOf(typeName: string, name: string, property: PropertySpecification): Policy | undefined {
  if (!isFree(property.type)) return undefined;
  const said = places.get(`${typeName}.${name}`) ?? places.get(name);
  const kind = said ?? (property.scrutiny === 'InlineResourcePolicy' ? 'any' : 'none');
  const rules = kinds.get(kind);
  return rules && { kind, ...rules };
}

/**
 * Looks at a policy document: its keys, its version, and every statement of it (IAM User Guide, "Grammar of the IAM
 * JSON policy language"). One that is written as a text is left alone.
 */
export function checkPolicy(value: Expression, policy: Policy, report: Report): void {
  for (const document of branches(value)) {
    if (document.kind === 'list' && policy.kind !== 'any') {
      report('wrong-kind', document.place, { written: 'A list', expected: 'a policy document' });
    }
    if (document.kind !== 'map') continue;
    const isPolicy = policy.kind !== 'any' || member(document, 'Statement') !== undefined;
    if (!isPolicy || document.entries.length === 0) continue;
    checkKeys(document, data.document, 'a policy document', report);
    checkVersion(member(document, 'Version'), report);
    for (const statements of branches(member(document, 'Statement'))) {
      for (const item of statements.kind === 'list' ? statements.items : [statements]) {
        for (const statement of branches(item)) checkStatement(statement, policy, report);
      }
    }
  }
}

function checkVersion(version: Expression | undefined, report: Report): void {
  if (version?.kind !== 'literal' || data.versions.includes(String(version.value))) return;
  const hint = 'Write Version: "2012-10-17".';
  report('not-allowed', version.place, { written: String(version.value), allowed: data.versions.join(', ') }, { hint });
}

function isFree(type: ValueType): boolean {
  return type.kind === 'json' || (type.kind === 'union' && type.types.some(isFree));
}
