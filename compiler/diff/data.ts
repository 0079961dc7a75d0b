import data from './data.json' with { type: 'json' };
import { textOf } from './form.js';
import type { ResourceChange } from './model.js';
import { member } from './node.js';
import type { Stack, StackResource } from './stack.js';

type Fate = NonNullable<ResourceChange['data']>;

const policies: ReadonlyMap<string, string> = new Map(Object.entries(data.policies));
const snapshots: ReadonlyMap<string, string> = new Map(Object.entries(data.snapshotByDefault));

/** What happens to the data of a resource that is removed. Undefined for one that holds none and is not kept. */
export function fateWhenRemoved(resource: StackResource, stack: Stack): Fate | undefined {
  const said = policyOf(resource, stack, data.deletion);
  const unless = snapshots.get(resource.type);
  const snapshot = unless !== undefined && resource.properties?.entries?.has(unless) !== true;
  return relevant(resource, said ?? (snapshot ? 'snapshot' : 'deleted'));
}

/** What happens to the data of a resource in whose place another one is made; the new template decides. */
export function fateWhenReplaced(resource: StackResource, stack: Stack): Fate | undefined {
  return relevant(resource, policyOf(resource, stack, data.replacement) ?? 'deleted');
}

function policyOf({ raw }: StackResource, { evaluator }: Stack, key: string): Fate | undefined {
  const said = textOf(evaluator.form(member(raw, key)));
  return said === undefined ? undefined : (policies.get(said) as Fate | undefined);
}

function relevant({ spec }: StackResource, fate: Fate): Fate | undefined {
  return spec?.stateful === true || fate !== 'deleted' ? fate : undefined;
}
