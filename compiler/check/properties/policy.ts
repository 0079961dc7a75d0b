import type { Report } from '../../diagnostics/diagnostic.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import { suggest } from '../../text/suggest.js';

const DOCUMENT_KEYS = ['Version', 'Id', 'Statement'];
const STATEMENT_KEYS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * Looks at policy documents wherever they stand in a value: their keys, and that every statement says what it allows
 * or denies (IAM User Guide, "Grammar of the IAM JSON policy language").
 */
export function checkPolicy(value: Expression, report: Report): void {
  if (value.kind === 'list') for (const item of value.items) checkPolicy(item, report);
  if (value.kind !== 'map') return;
  const statement = member(value, 'Statement');
  if (statement === undefined) {
    for (const entry of value.entries) checkPolicy(entry.value, report);
    return;
  }
  checkKeys(value, DOCUMENT_KEYS, 'a policy document', report);
  for (const item of statement.kind === 'list' ? statement.items : [statement]) {
    if (item.kind === 'map') checkStatement(item, report);
  }
}

function checkStatement(statement: MapExpression, report: Report): void {
  const meant = checkKeys(statement, STATEMENT_KEYS, 'a policy statement', report);
  if (statement.entries.some(({ key }) => key.startsWith('Fn::'))) return;
  const has = (...keys: readonly string[]) =>
    keys.some((key) => meant.includes(key) || member(statement, key) !== undefined);
  const problem = (text: string, hint: string) => report('bad-statement', statement.place, { problem: text }, { hint });
  if (!has('Effect')) problem('This statement has no Effect.', 'Say Effect: Allow or Effect: Deny.');
  if (!has('Action', 'NotAction')) {
    problem(
      'This statement has no Action.',
      'A statement is one item of the list: Effect, Action and Resource stand together.',
    );
  }
  const effect = member(statement, 'Effect');
  if (effect?.kind === 'literal' && effect.value !== 'Allow' && effect.value !== 'Deny') {
    report('not-allowed', effect.place, { written: String(effect.value), allowed: 'Allow, Deny' });
  }
}

/** Reports keys that are not known; gives those that were probably meant. */
function checkKeys(map: MapExpression, known: readonly string[], owner: string, report: Report): readonly string[] {
  return map.entries.flatMap(({ key, value }) => {
    if (known.includes(key) || key.startsWith('Fn::')) return [];
    const meant = suggest(key, known);
    const hint = meant === undefined ? undefined : `Did you mean "${meant}"?`;
    report('unknown-key', value.place, { key, owner }, { part: 'key', hint });
    return meant === undefined ? [] : [meant];
  });
}

function member(map: MapExpression, key: string): Expression | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}
