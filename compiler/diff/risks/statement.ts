import { readable } from '../express.js';
import { type Form, textOf } from '../form.js';
import data from '../policies.json' with { type: 'json' };
import { globCovers } from './glob.js';

/** A statement of a policy, its sets taken apart. */
export interface Statement {
  readonly form: Form;
  readonly allows: boolean;
  readonly actions: readonly Form[];
  readonly resources: readonly Form[];
  /** Empty where the policy belongs to somebody. */
  readonly principals: readonly Form[];
  readonly condition: Form | undefined;
  /** Whether it speaks of all but what it names. */
  readonly inverted: boolean;
}

/** Above that many comparisons, everything that is not literally there counts as new. */
const COMPARISONS = 20_000;

/** Reads a normal statement. */
export function statementOf(form: Form): Statement {
  const get = (key: string) => (form.kind === 'map' ? form.entries.get(key) : undefined);
  const principal = get(data.principal);
  return {
    form,
    allows: textOf(get(data.effect)) === data.allow,
    actions: membersOf(get(data.actions)),
    resources: membersOf(get(data.resources)),
    principals: principal?.kind === 'map' ? [...principal.entries.values()].flatMap(membersOf) : membersOf(principal),
    condition: get(data.condition),
    inverted: data.inverted.some((key) => get(key) !== undefined),
  };
}

/** The actions that a statement allows and none of the others does, for every resource and everybody that it names. */
export function uncovered(statement: Statement, others: readonly Statement[]): readonly Form[] {
  if (statement.inverted) return statement.actions.length > 0 ? statement.actions : [statement.form];
  const { resources, principals } = statement;
  const wide = others.filter(
    (one) => one.allows && !one.inverted && (one.condition === undefined || one.condition === statement.condition),
  );
  if (statement.actions.length * Math.max(1, resources.length) * wide.length > COMPARISONS) return statement.actions;
  return statement.actions.filter((action) => {
    const enough = wide.filter(
      (one) => covers(one.actions, action) && principals.every((who) => covers(one.principals, who)),
    );
    return resources.length === 0
      ? enough.length === 0
      : !resources.every((resource) => enough.some((one) => covers(one.resources, resource)));
  });
}

/** Whether something was denied and is not denied in the same words any more. */
export function deniedNoMore(statement: Statement, kept: ReadonlySet<Form>): boolean {
  return !statement.allows && !kept.has(statement.form);
}

/** What a statement is about, in the words of a message. */
export function saidOfStatement({ resources, principals }: Statement, actions: readonly Form[]): string {
  const on = resources.length === 0 ? '' : ` on ${several(resources)}`;
  const who = principals.length === 0 ? '' : ` to ${several(principals)}`;
  return `${several(actions)}${on}${who}`;
}

function several(forms: readonly Form[]): string {
  const shown = forms.slice(0, 3).map((form) => readable(form) ?? 'all but some');
  return forms.length > 3 ? `${shown.join(', ')} and ${forms.length - 3} more` : shown.join(', ');
}

function covers(wide: readonly Form[], narrow: Form): boolean {
  return wide.some((one) => {
    if (one === narrow) return true;
    const [pattern, text] = [textOf(one), textOf(narrow) ?? readable(narrow)];
    return pattern !== undefined && text !== undefined && globCovers(pattern, text);
  });
}

function membersOf(form: Form | undefined): readonly Form[] {
  if (form === undefined) return [];
  return form.kind === 'call' && form.name === 'Set' ? form.args : [form];
}
