import { join } from 'node:path';
import type { Path } from '../../compiler/source/place.js';
import { Specifications } from '../../compiler/specification/read.js';
import type { Json, JsonMap } from '../../compiler/template/template.js';
import type { Answer, CloudFormation, Input, Operation } from '../api/cloudformation.js';
import { Fault } from '../api/fault.js';
import type { Storage } from '../api/storage.js';
import { Bodies } from './buckets/bodies.js';
import { openObjects } from './buckets/objects.js';
import { openStorage } from './buckets/storage.js';
import { templateReader } from './buckets/template.js';
import { injectInto } from './drift/inject.js';
import type { Context, Handler } from './operations/context.js';
import { stackOf } from './operations/find.js';
import { OPERATIONS } from './operations/table.js';
import type { LocalOptions } from './options.js';
import type { Objects } from './serve/s3/objects.js';
import { begin, resume, stop } from './simulation/control.js';
import { Programs } from './simulation/program.js';
import { advance } from './simulation/run.js';
import { Scene, type Settings } from './simulation/scene.js';
import { prune } from './stacks/prune.js';
import type { StackState } from './state/stack.js';
import { Store, type Working } from './store/store.js';

export type { FailurePoint, LocalOptions } from './options.js';

const ACCOUNT = '123456789012';

/** A simulated account in one region. */
export interface Local {
  readonly cloud: CloudFormation;
  readonly storage: Storage;
  /** The buckets of the account, in all regions. */
  readonly objects: Objects;
  /** The properties that a resource was given, without functions, secrets masked; undefined where there is none. */
  deployedProperties(stack: string, id: string): Promise<JsonMap | undefined>;
  /**
   * Changes a property of a resource behind CloudFormation's back, for practice; without a value it is taken away, with
   * an empty path the resource is deleted.
   *
   * @throws Fault where there is no such resource.
   */
  injectDrift(stack: string, id: string, path: Path, value?: Json): Promise<void>;
}

/**
 * Opens the local CloudFormation, whose state is in a folder. Nothing is read before it is asked for something.
 *
 * @param store Where the state is instead; what is in buckets stays in the folder.
 */
export function openLocal(options: LocalOptions, store: Working = new Store(options.folder)): Local {
  const { folder, region, clock, fail } = options;
  const bodies = new Bodies(join(folder, 'objects'));
  const objects = openObjects(store, bodies, clock);
  const settings = settingsOf(options);
  const within = <T>(work: (context: Context) => T) =>
    store.work((unit) => {
      const scene = new Scene(unit, settings, clock.now(), templateReader(bodies, unit.account), control);
      advance(scene);
      const answer = work({ scene, region, fail });
      advance(scene);
      prune(unit);
      return answer;
    });
  const call = async <O extends Operation>(operation: O, input: Input<O>, signal?: AbortSignal): Promise<Answer<O>> => {
    signal?.throwIfAborted();
    const handler = OPERATIONS[operation] as Handler<O>;
    return within((context) => handler(context, input));
  };
  return {
    cloud: { call },
    storage: openStorage(objects, region),
    objects,
    injectDrift: (name, id, path, value) =>
      within((context) => {
        const stack = stackOf(context, name);
        injectInto(stack, id, path, value);
        context.scene.unit.changed(stack);
      }),
    deployedProperties: (stack, id) => within((context) => propertiesIn(stackOf(context, stack), id)),
  };
}

const control = { begin, resume, stop };

function settingsOf({ account = ACCOUNT, region, fast }: LocalOptions): Settings {
  if (!/^[a-z]{2}(?:-[a-z0-9]+)+$/.test(region)) {
    throw new Fault('refused', 'InvalidRegion', `"${region}" is no region.`);
  }
  const partition = partitionOf(region);
  return { account, partition, region, fast, specifications: new Specifications(), programs: new Programs() };
}

function propertiesIn({ resources, texts }: StackState, id: string): JsonMap | undefined {
  const text = resources.get(id)?.text;
  return text === undefined ? undefined : JSON.parse(texts[text] ?? '{}');
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
