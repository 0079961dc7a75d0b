import { readable } from '../express.js';
import type { Form } from '../form.js';
import type { ResourceChange, Risk } from '../model.js';
import data from '../policies.json' with { type: 'json' };
import { isPolicy, listed, normalStatement, statementsOf } from '../policy.js';
import type { Stack, StackResource } from '../stack.js';
import { existing } from './at.js';
import { riskOf, type Scene } from './scene.js';
import { deniedNoMore, type Statement, saidOfStatement, statementOf, uncovered } from './statement.js';

/** What policies allow newly or deny no longer, and managed policies that are attached newly. */
export function grants(scene: Scene): readonly Risk[] {
  return scene.resources.flatMap((change) => {
    if (change.action === 'remove' || change.dynamic || change.metadataOnly) return [];
    return [...widened(change, scene), ...attached(change, scene)];
  });
}

function widened({ id }: ResourceChange, scene: Scene): readonly Risk[] {
  const before = policiesOf(existing(scene.from, id), scene.from);
  const after = policiesOf(existing(scene.to, id), scene.to);
  const known = new Set(before.map(({ form }) => form));
  const allowed = after.flatMap((statement) => {
    if (!statement.allows || known.has(statement.form)) return [];
    const fresh = uncovered(statement, before);
    return fresh.length === 0 ? [] : [`"${id}" newly allows ${saidOfStatement(statement, fresh)}.`];
  });
  const kept = new Set(after.map(({ form }) => form));
  const denied = before.flatMap((statement) =>
    deniedNoMore(statement, kept)
      ? [`"${id}" no longer denies ${saidOfStatement(statement, statement.actions)} as it did.`]
      : [],
  );
  return [...allowed, ...denied].map((message) => riskOf('wider-access', id, message, scene));
}

/** All statements of a resource, wherever they stand in its properties. */
function policiesOf(resource: StackResource | undefined, { evaluator }: Stack): readonly Statement[] {
  const found: Statement[] = [];
  const walk = (form: Form): void => {
    if (form.kind === 'list') form.items.forEach(walk);
    if (form.kind === 'call' && form.name === 'If') form.args.slice(1).forEach(walk);
    if (form.kind !== 'map') return;
    if (!isPolicy(form)) for (const inner of form.entries.values()) walk(inner);
    else {
      for (const one of statementsOf(form)) {
        if (one.kind === 'map') found.push(statementOf(normalStatement(evaluator.forms, one)));
      }
    }
  };
  if (resource?.properties !== undefined) walk(resource.properties.form);
  return found;
}

function attached({ id }: ResourceChange, scene: Scene): readonly Risk[] {
  const [before, after] = [existing(scene.from, id), existing(scene.to, id)];
  const old = new Set(managedOf(before));
  return managedOf(after)
    .filter((form) => !old.has(form))
    .map((form) =>
      riskOf('wider-access', id, `"${id}" newly has the policy ${readable(form) ?? 'of a function'}.`, scene),
    );
}

function managedOf(resource: StackResource | undefined): readonly Form[] {
  return [...(resource?.properties?.entries ?? [])].flatMap(([name, { form }]) =>
    resource?.spec?.properties.property(name)?.scrutiny === data.managed ? listed(form) : [],
  );
}
