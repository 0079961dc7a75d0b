import type { Json } from '../../../compiler/template/template.js';
import { driftViews } from '../drift/views.js';
import { differencesOf } from '../simulation/difference.js';
import type { Program } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { ListedChange, ListedDetail } from './listed.js';

/** What is changed back, because somebody else has changed or deleted it. */
export function driftsOf(scene: Scene, stack: StackState, { wanted }: Program): readonly ListedChange[] {
  return [...stack.resources.values()].flatMap((resource): readonly ListedChange[] => {
    const { id, type, drift, physicalId = '' } = resource;
    if (drift === undefined || !wanted.has(id)) return [];
    if (drift.deleted === true) return [{ action: 'Add', id, type, scope: [], details: [], drift: 'DELETED' }];
    const details = detailsOf(scene, stack, resource);
    if (details.length === 0) return [];
    const listed = { action: 'Modify', id, type, physicalId, replacement: 'False', drift: 'MODIFIED' } as const;
    return [{ ...listed, scope: ['Properties'], details }];
  });
}

function detailsOf({ settings, now }: Scene, stack: StackState, resource: ResourceState): readonly ListedDetail[] {
  const { expected: wanted, actual: found } = driftViews(stack, resource);
  const { type, drift } = resource;
  const differences = differencesOf(settings.specifications, type, found, wanted);
  return differences.map(({ path, before, after }): ListedDetail => {
    const [actual, expected] = [textOf(before), textOf(after)];
    return {
      attribute: 'Properties',
      name: String(path[0]),
      recreation: 'Never',
      path: `/Properties/${path.join('/')}`,
      ...(actual !== undefined && { before: actual }),
      ...(expected !== undefined && { after: expected }),
      change: 'SyncWithActual',
      evaluation: 'Static',
      source: 'DirectModification',
      drift: {
        ...(expected !== undefined && { previous: expected }),
        ...(actual !== undefined && { actual }),
        at: drift?.checked ?? now,
      },
    };
  });
}

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
