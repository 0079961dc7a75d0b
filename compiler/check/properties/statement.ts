import type { Report } from '../../diagnostics/diagnostic.js';
import type { Expression, MapExpression } from '../../text/expression.js';
import { suggest } from '../../text/suggest.js';
import { branches } from './branches.js';
import { checkKeys, isMacro, member } from './keys.js';
import data from './policies.json' with { type: 'json' };

/** What statements of a policy have to have and must not have. */
export interface Policy {
  readonly kind: string;
  /** Of each of these, one name. */
  readonly needs: readonly (readonly string[])[];
  readonly not: readonly string[];
  /** Why it must not have them: one sentence. */
  readonly why: string;
}

const ONE_OF: readonly (readonly [string, string])[] = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
];

/** Looks at one statement of a policy. */
export function checkStatement(statement: Expression, policy: Policy, report: Report): void {
  if (statement.kind === 'literal') {
    report('wrong-kind', statement.place, { written: `"${statement.value}"`, expected: 'a statement' });
  }
  if (statement.kind !== 'map') return;
  const meant = checkKeys(statement, data.statement, 'a policy statement', report);
  if (!statement.entries.some(({ key }) => isMacro(key))) checkParts(statement, new Set(meant), policy, report);
  checkEffect(member(statement, 'Effect'), report);
  for (const name of ['Action', 'NotAction']) checkActions(member(statement, name), policy, report);
  for (const name of ['Resource', 'NotResource']) texts(member(statement, name), report);
  for (const name of ['Principal', 'NotPrincipal']) checkPrincipal(member(statement, name), report);
  checkCondition(member(statement, 'Condition'), report);
}

function checkParts(statement: MapExpression, meant: ReadonlySet<string>, policy: Policy, report: Report): void {
  const has = (name: string) => meant.has(name) || member(statement, name) !== undefined;
  const needed = [['Effect'], ['Action', 'NotAction'], ...policy.needs];
  const missing = needed.flatMap((names) => (names.some(has) ? [] : names.slice(0, 1)));
  if (missing.length > 0) {
    const problem = `This statement has no ${missing.join(' and no ')}.`;
    const hint = missing.join() === 'Effect' ? 'Say Effect: Allow or Effect: Deny.' : TOGETHER;
    report('bad-statement', statement.place, { problem }, { hint });
  }
  for (const names of ONE_OF) {
    const second = member(statement, names[1]);
    if (second === undefined || !has(names[0])) continue;
    const problem = `This statement has both ${names[0]} and ${names[1]}.`;
    report('bad-statement', second.place, { problem }, { part: 'key', hint: 'Keep one of the two.' });
  }
  for (const name of policy.not) {
    const extra = member(statement, name);
    if (extra === undefined) continue;
    report('bad-statement', extra.place, { problem: `${name} cannot stand here.` }, { part: 'key', hint: policy.why });
  }
}

const TOGETHER = 'What belongs to one statement stands together, in one item of the list.';

function checkEffect(effect: Expression | undefined, report: Report): void {
  if (effect?.kind !== 'literal' || data.effects.includes(String(effect.value))) return;
  const written = String(effect.value);
  const near = data.effects.find((known) => known.toLowerCase() === written.toLowerCase());
  const hint = near === undefined ? undefined : `Write ${near}.`;
  report('not-allowed', effect.place, { written, allowed: data.effects.join(', ') }, { hint });
}

/** The texts of a list, or the only one; what is no text is reported. */
function texts(value: Expression | undefined, report: Report): readonly (Expression & { kind: 'literal' })[] {
  return branches(value)
    .flatMap((item) => (item.kind === 'list' ? item.items.flatMap(branches) : [item]))
    .flatMap((item) => {
      if (item.kind === 'map' && !item.entries.some(({ key }) => isMacro(key))) {
        report('wrong-kind', item.place, { written: 'A map', expected: 'a text' });
      }
      return item.kind === 'literal' ? [item] : [];
    });
}

function checkActions(value: Expression | undefined, { kind }: Policy, report: Report): void {
  for (const { value: written, place } of texts(value, report)) {
    if (kind === 'any' || /^(?:[*?]+|[\w*?-]+:.+)$/.test(String(written)) || isDynamic(written)) continue;
    const problem = `"${written}" is no action, because it does not say of which service.`;
    report('bad-statement', place, { problem }, { hint: `Write SERVICE:${written}.` });
  }
}

function checkPrincipal(value: Expression | undefined, report: Report): void {
  for (const principal of branches(value)) {
    if (principal.kind === 'map') checkKeys(principal, data.principals, 'a principal', report);
    if (principal.kind === 'list') {
      report('wrong-kind', principal.place, { written: 'A list', expected: 'a map' }, { hint: PRINCIPAL });
    }
    if (principal.kind !== 'literal' || principal.value === '*') continue;
    report('wrong-kind', principal.place, { written: `"${principal.value}"`, expected: 'a map' }, { hint: PRINCIPAL });
  }
}

const PRINCIPAL = `Say of what kind it is (${data.principals.join(', ')}), or "*" for everybody.`;

function checkCondition(value: Expression | undefined, report: Report): void {
  for (const condition of branches(value)) {
    if (condition.kind !== 'map') continue;
    for (const { key, value: inner } of condition.entries) {
      const [, set = '', operator = ''] = /^(For(?:AllValues|AnyValue):)?(.*?)(?:IfExists)?$/i.exec(key) ?? [];
      const known = data.operators.map((name) => name.toLowerCase());
      if (known.includes(operator.toLowerCase()) || isMacro(key)) continue;
      const meant = suggest(operator, data.operators);
      const hint = meant === undefined ? undefined : `Did you mean "${set}${meant}"?`;
      report('unknown-key', inner.place, { key, owner: 'a policy condition' }, { part: 'key', hint });
    }
  }
}

function isDynamic(value: string | number | boolean | null): boolean {
  return String(value).includes('{{resolve:');
}
