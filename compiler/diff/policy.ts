import { type Form, type Forms, type MapForm, textOf } from './form.js';
import data from './policies.json' with { type: 'json' };

/** Whether a map is a policy: its statements say what they allow or deny. */
export function isPolicy(form: MapForm): boolean {
  const found = statementsOf(form);
  return found.length > 0 && found.every((one) => one.kind === 'map' && one.entries.has(data.effect));
}

/** Whether a map is a statement of a policy. */
export function isStatement(form: Form): boolean {
  if (form.kind !== 'map') return false;
  const effect = textOf(form.entries.get(data.effect));
  return effect === data.allow || effect === data.deny;
}

/** The keys of a statement whose values are sets. */
export const statementSets: ReadonlySet<string> = new Set(data.sets);

/** The key of a policy's statements, and what names one of them. */
export const statements: { readonly key: string; readonly name: string } = { key: data.statements, name: data.name };

/** The statements of a policy; a lone one may stand without a list. */
export function statementsOf(form: MapForm): readonly Form[] {
  const written = form.entries.get(data.statements);
  return written === undefined ? [] : listed(written);
}

/** What stands in a list, or alone. */
export function listed(form: Form): readonly Form[] {
  return form.kind === 'list' ? form.items : [form];
}

/** A policy in the form in which what grants the same is the same. */
export function normalPolicy(forms: Forms, policy: MapForm): Form {
  const normal = set(
    forms,
    statementsOf(policy).map((one) => (one.kind === 'map' ? normalStatement(forms, one) : one)),
  );
  const rest = [...policy.entries].filter(([key]) => key !== data.statements);
  return forms.map([...rest, [data.statements, normal]]);
}

/** The same for one statement. */
export function normalStatement(forms: Forms, statement: MapForm): Form {
  return forms.map(
    [...statement.entries].map(([key, value]): [string, Form] => {
      if (data.sets.includes(key)) return [key, set(forms, listed(value))];
      if (data.principals.includes(key)) return [key, normalPrincipal(forms, value)];
      return [key, key === data.condition ? normalCondition(forms, value) : value];
    }),
  );
}

/** Who everyone is can be said in two ways. */
function normalPrincipal(forms: Forms, value: Form): Form {
  if (textOf(value) === data.everyone) return forms.map([[data.everyoneOf, set(forms, [value])]]);
  return mapped(forms, value, (inner) => set(forms, listed(inner)));
}

function normalCondition(forms: Forms, value: Form): Form {
  return mapped(forms, value, (operator) => mapped(forms, operator, (inner) => set(forms, listed(inner))));
}

function mapped(forms: Forms, value: Form, change: (inner: Form) => Form): Form {
  if (value.kind !== 'map') return value;
  return forms.map([...value.entries].map(([key, inner]): [string, Form] => [key, change(inner)]));
}

/** What is there more than once counts once. */
function set(forms: Forms, items: readonly Form[]): Form {
  return forms.call(
    'Set',
    [...new Set(items)].sort((a, b) => a.id - b.id),
  );
}
