import type { Replacement, ResourceAction, ResourceChange } from '../../compiler/diff/model.js';
import type { ResourceChange as Said } from '../api/cloudformation.js';
import { type ListedProperty, listedProperties, type Secrets } from './details.js';
import { ACTIONS, DRIFTS, entryOf, POLICY_ACTIONS, REPLACEMENTS, TOUCHES } from './tables.js';
import type { WholeChangeSet } from './whole.js';

/** What a change set says about one resource; undefined is what it does not say. */
export interface Listed {
  /** `Network/Subnet` for a resource of the nested stack `Network`. */
  readonly id: string;
  readonly type: string;
  readonly action: ResourceAction;
  readonly replacement: Replacement | undefined;
  /** What happens to the old physical resource. */
  readonly fate: ResourceChange['data'];
  /** Whether nothing happens to the physical resource. */
  readonly untouched: boolean | undefined;
  /** Whether nothing but what it refers to changes. */
  readonly indirect: boolean;
  readonly later: boolean;
  readonly drift: ResourceChange['drift'];
  readonly properties: readonly ListedProperty[];
}

/** What a change set and those within it say, by id. */
export function listedIn(
  { changes, nested }: WholeChangeSet,
  secrets: Secrets,
  prefix = '',
): ReadonlyMap<string, Listed> {
  const found = new Map<string, Listed>();
  for (const { ResourceChange: said } of changes) {
    if (said?.LogicalResourceId === undefined) continue;
    const within = nested.get(said.LogicalResourceId);
    const listed = listedOf(said, said.LogicalResourceId, prefix, secrets, within);
    found.set(listed.id, listed);
    // Another stack has parameters of its own.
    const inner = within && listedIn(within, { ...secrets, names: new Set() }, `${listed.id}/`);
    for (const [id, one] of inner ?? []) found.set(id, one);
  }
  return found;
}

function listedOf(
  said: Said,
  id: string,
  prefix: string,
  secrets: Secrets,
  within: WholeChangeSet | undefined,
): Listed {
  const { action, later = false, untouched: synced = false } = entryOf(ACTIONS, said.Action) ?? ACTIONS.Dynamic;
  const policy = entryOf(POLICY_ACTIONS, said.PolicyAction);
  const scope = said.Scope ?? [];
  const beside = scope.length > 0 && scope.every((one) => entryOf(TOUCHES, one) === false);
  const replacement = entryOf(REPLACEMENTS, said.Replacement) ?? (policy?.replaces === true ? 'true' : undefined);
  return {
    id: prefix + id,
    type: said.ResourceType ?? '',
    action,
    replacement: action === 'modify' ? replacement : 'false',
    fate: policy?.data,
    untouched: synced || beside ? true : scope.length > 0 ? false : undefined,
    indirect: isIndirect(said) || within?.changes.length === 0,
    later,
    drift: entryOf(DRIFTS, said.ResourceDriftStatus),
    properties: listedProperties(said, secrets, (other) => prefix + other),
  };
}

function isIndirect({ Details = [] }: Said): boolean {
  const others = ['ResourceReference', 'ResourceAttribute', 'Automatic', 'NoModification'];
  return Details.length > 0 && Details.every(({ ChangeSource: source }) => others.includes(source ?? ''));
}
