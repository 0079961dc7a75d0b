import type { Json } from '../../../compiler/template/template.js';
import type { PropertyDifference, StackResourceDrift, StackResourceDriftStatus } from '../../api/cloudformation.js';
import { driftViews } from '../drift/views.js';
import { Chance } from '../resources/hash.js';
import { type PropertyDifference as Difference, differencesOf } from '../simulation/difference.js';
import type { Scene } from '../simulation/scene.js';
import type { ResourceState, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';
import { pageOf } from './page.js';

/** How long looking at a resource takes, in milliseconds. */
const DURATION = 200;
const PAGE = 100;
const ALLOWED =
  /^(?:CREATE_COMPLETE|UPDATE_COMPLETE|UPDATE_ROLLBACK_COMPLETE|UPDATE_ROLLBACK_FAILED|IMPORT_COMPLETE|IMPORT_ROLLBACK_COMPLETE)$/;

/** DetectStackDrift (CloudFormation API Reference). */
export const detectStackDrift: Handler<'DetectStackDrift'> = (context, input) => {
  const { scene } = context;
  const stack = stackOf(context, input.StackName, 'brackets');
  if (!ALLOWED.test(stack.status)) {
    throw refusal(`Drift detection cannot be performed on stack [${stack.id}] while in ${stack.status} state`);
  }
  if (stack.drift !== undefined && !isDone(scene, stack)) {
    throw refusal(`Drift detection is already in progress for stack [${stack.id}]`);
  }
  const wanted = input.LogicalResourceIds === undefined ? undefined : new Set(input.LogicalResourceIds);
  const looked = [...stack.resources.values()].filter(({ id, alive }) => alive && wanted?.has(id) !== false);
  for (const resource of looked) look(scene, stack, resource);
  const drifted = [...stack.resources.values()].filter(({ drift }) => isDrifted(drift?.found)).length;
  stack.drift = {
    detection: new Chance('drift', stack.id, String(scene.unit.account.counter++)).uuid(),
    started: scene.now,
    done: scene.now + (scene.settings.fast ? 0 : DURATION * looked.length),
    status: drifted > 0 ? 'DRIFTED' : 'IN_SYNC',
    drifted,
  };
  scene.unit.changed(stack);
  scene.unit.changed('account');
  return { StackDriftDetectionId: stack.drift.detection };
};

/** DescribeStackDriftDetectionStatus (CloudFormation API Reference). */
export const describeStackDriftDetectionStatus: Handler<'DescribeStackDriftDetectionStatus'> = (context, input) => {
  const { StackDriftDetectionId: id } = input;
  const stack = stacks(context).find(({ drift }) => drift?.detection === id);
  if (stack?.drift === undefined) throw refusal(`Drift detection [${id ?? ''}] does not exist`);
  const common = { StackId: stack.id, StackDriftDetectionId: id, Timestamp: new Date(stack.drift.started) };
  if (!isDone(context.scene, stack)) return { ...common, DetectionStatus: 'DETECTION_IN_PROGRESS' };
  const { status, drifted } = stack.drift;
  return {
    ...common,
    DetectionStatus: 'DETECTION_COMPLETE',
    StackDriftStatus: status,
    DriftedStackResourceCount: drifted,
  };
};

/** DescribeStackResourceDrifts (CloudFormation API Reference): of resources that were looked at. */
export const describeStackResourceDrifts: Handler<'DescribeStackResourceDrifts'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  const wanted = input.StackResourceDriftStatusFilters;
  const found = [...stack.resources.values()]
    .filter(({ drift }) => drift?.checked !== undefined && (wanted === undefined || wanted.includes(foundOf(drift))))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { items, next } = pageOf(found, PAGE, input.NextToken);
  return { StackResourceDrifts: items.map((one) => shown(context.scene, stack, one)), ...next };
};

function stacks({ scene, region }: Context): readonly StackState[] {
  return scene.unit.account.stacks.flatMap((one) =>
    one.region === region && !one.deleted ? (scene.unit.stack(one.id) ?? []) : [],
  );
}

function isDone({ now, settings }: Scene, { drift }: StackState): boolean {
  return drift === undefined || settings.fast || drift.done <= now;
}

function isDrifted(found: string | undefined): boolean {
  return found === 'MODIFIED' || found === 'DELETED';
}

function foundOf({ found }: NonNullable<ResourceState['drift']>): StackResourceDriftStatus {
  return found ?? 'NOT_CHECKED';
}

function look(scene: Scene, stack: StackState, resource: ResourceState): void {
  const { drift } = resource;
  const found =
    drift?.deleted === true ? 'DELETED' : differencesIn(scene, stack, resource).length > 0 ? 'MODIFIED' : 'IN_SYNC';
  resource.drift = { ...drift, found, checked: scene.now };
}

function differencesIn({ settings }: Scene, stack: StackState, resource: ResourceState): readonly Difference[] {
  const { expected, actual } = driftViews(stack, resource);
  return differencesOf(settings.specifications, resource.type, expected, actual);
}

function shown(scene: Scene, stack: StackState, resource: ResourceState): StackResourceDrift {
  const { id, type, physicalId, drift } = resource;
  const { expected, actual } = driftViews(stack, resource);
  const common = {
    StackId: stack.id,
    LogicalResourceId: id,
    ResourceType: type,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ExpectedProperties: JSON.stringify(expected),
    StackResourceDriftStatus: drift === undefined ? ('NOT_CHECKED' as const) : foundOf(drift),
    Timestamp: new Date(drift?.checked ?? 0),
  };
  if (drift?.found === 'DELETED') return { ...common, PropertyDifferences: [] };
  const differences = differencesIn(scene, stack, resource).map(difference);
  return { ...common, ActualProperties: JSON.stringify(actual), PropertyDifferences: differences };
}

function difference({ path, before, after }: Difference): PropertyDifference {
  return {
    PropertyPath: `/${path.join('/')}`,
    ExpectedValue: before === undefined ? 'null' : written(before),
    ActualValue: after === undefined ? 'null' : written(after),
    DifferenceType: before === undefined ? 'ADD' : after === undefined ? 'REMOVE' : 'NOT_EQUAL',
  };
}

function written(value: Json): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
