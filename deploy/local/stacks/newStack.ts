import { Chance } from '../resources/hash.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import { findStack } from './find.js';
import type { Site } from './site.js';

const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
const MOST_STACKS = 2000;

/** Adds a stack of which nothing exists yet. @throws Fault for a name that cannot be. */
export function newStack(
  { scene, region }: Site,
  name: string,
  spec: Spec,
  more: Pick<StackState, 'parent'> = {},
): StackState {
  const { unit, settings, time } = scene;
  const uuid = new Chance('stack', settings.account, region, name, String(unit.account.counter++), String(time)).uuid();
  const id = `arn:${settings.partition}:cloudformation:${region}:${settings.account}:stack/${name}/${uuid}`;
  const stack: StackState = {
    ...{ id, name, region, created: time, spec, ...more },
    status: 'REVIEW_IN_PROGRESS',
    resources: new Map(),
    outputs: [],
    events: [],
    texts: [],
    scheduled: 0,
    lastOperations: [],
    changeSets: [],
    protection: false,
    tokens: [],
    leftovers: [],
  };
  const within = more.parent === undefined ? {} : { parent: more.parent.id };
  unit.account.stacks.push({ id, name, region, ...within, active: false, deleted: false });
  unit.add(stack);
  return stack;
}

/** @throws Fault for a name that no stack can have. */
export function checkStackName(name: string | undefined): string {
  if (name !== undefined && NAME.test(name)) return name;
  throw refusal(
    `1 validation error detected: Value '${name ?? ''}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*`,
  );
}

/** @throws Fault (LimitExceededException) where there are as many stacks as an account may have. */
export function checkStackLimit(site: Site, name: string): void {
  const { stacks } = site.scene.unit.account;
  const count = stacks.filter(({ deleted, region }) => !deleted && region === site.region).length;
  if (count < MOST_STACKS || findStack(site, name) !== undefined) return;
  throw refusal(`Stack limit (${MOST_STACKS}) has been exceeded`, 'LimitExceededException');
}
