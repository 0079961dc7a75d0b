import { diff } from '../../../compiler/diff/diff.js';
import type { Diff, ResourceChange, Side } from '../../../compiler/diff/model.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import type { PolicyAction, Replacement } from '../../api/cloudformation.js';
import { type Program, policiesOf } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import { isTagged, retagged } from '../simulation/tags.js';
import type { Import } from '../state/changeSet.js';
import type { Policy, Spec, StackState } from '../state/stack.js';
import type { LocalTemplate } from '../template/model.js';
import { contextOf } from './contexts.js';
import { detailsOf, type Telling } from './details.js';
import { driftsOf } from './drifts.js';
import { existing } from './existing.js';
import { foreseen } from './foreseen.js';
import type { ListedChange, ListedDetail } from './listed.js';
import { nestedChanges } from './nested.js';

/** What else is wanted. */
export interface Asked {
  readonly imports: readonly Import[];
  /** Whether what is there under a name that is wanted is taken. */
  readonly existing: boolean;
  /** Whether what somebody else has changed is changed back. */
  readonly reverting: boolean;
}

/** What an update would do. */
export interface Foreseen {
  /** What is taken because it is there. */
  readonly imports: readonly Import[];
  readonly changes: readonly ListedChange[];
  /** Whether nothing at all would be another. */
  readonly nothing: boolean;
}

const NO_TEMPLATE: JsonMap = { Resources: {} };

/** Works out what it would do to make a stack what is asked for. @param before Undefined for one that is not made yet. */
export function changesOf(
  scene: Scene,
  stack: StackState,
  before: Spec | undefined,
  after: Spec,
  asked: Asked,
): Foreseen {
  const found = diff(sideOf(scene, stack, before), sideOf(scene, stack, after), scene.settings.specifications);
  const replaced = new Set(found.resources.filter(({ replacement }) => replacement === 'true').map(({ id }) => id));
  const from = before && scene.program(stack, before);
  const to = foreseen(scene, stack, after, replaced);
  const telling: Telling = {
    from: from?.template ?? to.template,
    to: to.template,
    parameters: changedParameters(before, after),
    replaced,
  };
  const listed = found.resources.flatMap((change) => listedChange(change, stack, from, to, telling) ?? []);
  const tagged = retagged(before, after) ? taggings(scene, stack, listed, to) : [];
  const drifted = asked.reverting ? driftsOf(scene, stack, to) : [];
  const imports = asked.existing ? existing(scene, stack, to, listed) : [];
  const again = before === undefined ? [] : [...unfinished(stack, to), ...nestedChanges(scene, stack, to)];
  const changes = imported(merged(merged(merged(listed, again), drifted), tagged), [...asked.imports, ...imports]);
  const nothing = changes.length === 0 && !retagged(before, after) && !isElsewhere(found, before, after);
  return { changes: [...changes].sort((a, b) => (a.id < b.id ? -1 : 1)), imports, nothing };
}

function sideOf({ settings }: Scene, stack: StackState, spec: Spec | undefined): Side {
  if (spec === undefined) return { template: NO_TEMPLATE, parameters: new Map(), places: new Map() };
  const pseudo: readonly (readonly [string, string])[] = [
    ['AWS::AccountId', settings.account],
    ['AWS::Partition', settings.partition],
    ['AWS::Region', stack.region],
    ['AWS::StackId', stack.id],
    ['AWS::StackName', stack.name],
    ['AWS::URLSuffix', settings.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ];
  const { json } = settings.programs.templateOf(spec);
  return { template: json, parameters: new Map([...pseudo, ...spec.resolved]), places: new Map() };
}

function changedParameters(before: Spec | undefined, after: Spec): ReadonlySet<string> {
  const old = new Map(before?.resolved);
  return new Set(after.resolved.filter(([name, value]) => old.get(name) !== value).map(([name]) => name));
}

/** Outputs and the addresses that are told of events make a change, too. */
function isElsewhere({ sections }: Diff, before: Spec | undefined, after: Spec): boolean {
  const told = JSON.stringify(before?.notificationArns ?? []) !== JSON.stringify(after.notificationArns);
  return told || sections.some(({ section }) => section === 'Outputs');
}

function listedChange(
  change: ResourceChange,
  stack: StackState,
  from: Program | undefined,
  to: Program,
  telling: Telling,
): ListedChange | undefined {
  const { id, type, action } = change;
  const known = stack.resources.get(id);
  const physical = known?.alive === true ? { physicalId: known.physicalId ?? '' } : {};
  const after = action === 'remove' ? undefined : contextOf(to, id);
  const before = action === 'add' ? undefined : beforeOf(stack, from, id);
  const contexts = {
    ...(before !== undefined && { before: JSON.stringify(before) }),
    ...(after !== undefined && { after: JSON.stringify(after) }),
  };
  if (action === 'add') return { action: 'Add', id, type, scope: [], details: [], ...contexts };
  if (action === 'remove') {
    const policyAction = REMOVES[known?.deletion ?? 'Delete'];
    return { action: 'Remove', id, type, ...physical, policyAction, scope: [], details: [], ...contexts };
  }
  const details = detailsOf(change, telling, before, after);
  return {
    ...{ action: 'Modify', id, type, ...physical },
    replacement: REPLACEMENTS[change.replacement],
    ...(change.replacement === 'true' && { policyAction: REPLACES[policiesOf(to, id).replacement] }),
    scope: scopeOf(details),
    details,
    ...contexts,
  };
}

const REPLACEMENTS: Readonly<Record<ResourceChange['replacement'], Replacement>> = {
  true: 'True',
  false: 'False',
  conditional: 'Conditional',
};
const REMOVES: Readonly<Record<Policy, PolicyAction>> = {
  Delete: 'Delete',
  Retain: 'Retain',
  RetainExceptOnCreate: 'Retain',
  Snapshot: 'Snapshot',
};
const REPLACES: Readonly<Record<Policy, PolicyAction>> = {
  Delete: 'ReplaceAndDelete',
  Retain: 'ReplaceAndRetain',
  RetainExceptOnCreate: 'ReplaceAndRetain',
  Snapshot: 'ReplaceAndSnapshot',
};

function scopeOf(details: readonly ListedDetail[]): ListedChange['scope'] {
  return [...new Set(details.map(({ attribute }) => attribute))].sort();
}

/** A resource as it was deployed. */
function beforeOf(stack: StackState, from: Program | undefined, id: string): JsonMap | undefined {
  const text = stack.resources.get(id)?.text;
  const shown = text === undefined ? undefined : stack.texts[text];
  if (from === undefined) return undefined;
  const context = contextOf(from, id);
  return shown === undefined ? context : { ...context, Properties: JSON.parse(shown) };
}

/** Tags of the stack become tags of what can have them. */
function taggings(
  scene: Scene,
  stack: StackState,
  listed: readonly ListedChange[],
  to: { readonly template: LocalTemplate; readonly wanted: Program['wanted'] },
): readonly ListedChange[] {
  const coming = new Set(listed.filter(({ action }) => action !== 'Modify').map(({ id }) => id));
  const details = [TAGGING];
  return [...to.wanted.values()].flatMap(({ id, type }): readonly ListedChange[] => {
    if (coming.has(id) || !isTagged(scene, type)) return [];
    const physicalId = stack.resources.get(id)?.physicalId ?? '';
    return [{ action: 'Modify', id, type, physicalId, replacement: 'False', scope: ['Tags'], details }];
  });
}

const TAGGING: ListedDetail = {
  attribute: 'Tags',
  recreation: 'Never',
  path: '/Tags',
  change: 'Modify',
  evaluation: 'Static',
  source: 'DirectModification',
};

/** What has failed before, and was left so, is done again whether or not the template is another. */
function unfinished({ resources }: StackState, { wanted }: Pick<Program, 'wanted'>): readonly ListedChange[] {
  return [...resources.values()].flatMap(({ id, type, status, alive, physicalId = '' }): readonly ListedChange[] => {
    if (!wanted.has(id) || !status.endsWith('_FAILED')) return [];
    if (!alive) return [{ action: 'Add', id, type, scope: [], details: [] }];
    return [{ action: 'Modify', id, type, physicalId, replacement: 'False', scope: [], details: [] }];
  });
}

/** What is to be made, where something that exists is taken for it. */
function imported(changes: readonly ListedChange[], imports: readonly Import[]): readonly ListedChange[] {
  const ids = new Map(imports.map(({ id, identifier }) => [id, identifier]));
  return changes.map((one) => {
    const identifier = one.action === 'Add' ? ids.get(one.id) : undefined;
    if (identifier === undefined) return one;
    return { ...one, action: 'Import', physicalId: identifier.map(([, value]) => value).join('|') };
  });
}

/** What is told of a resource for two reasons is one change; what is to be made anew is nothing else. */
function merged(listed: readonly ListedChange[], others: readonly ListedChange[]): readonly ListedChange[] {
  const rest = new Map(others.map((one) => [one.id, one]));
  const both = listed.map((one) => {
    const more = rest.get(one.id);
    rest.delete(one.id);
    if (more === undefined) return one;
    if (more.action === 'Add') return more;
    return { ...one, scope: [...new Set([...one.scope, ...more.scope])], details: [...one.details, ...more.details] };
  });
  return [...both, ...rest.values()];
}
