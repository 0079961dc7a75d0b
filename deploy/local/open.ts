import { Specifications } from '../../compiler/specification/read.js';
import type { Answer, CloudFormation, Input, Operation } from '../api/cloudformation.js';
import type { Storage } from '../api/storage.js';
import type { Handler } from './operations/context.js';
import { OPERATIONS } from './operations/table.js';
import type { LocalOptions } from './options.js';
import { Programs } from './simulation/program.js';
import { advance } from './simulation/run.js';
import { Scene, type Settings } from './simulation/scene.js';
import { Store } from './store/store.js';
import { refusal } from './template/refuse.js';

export type { FailurePoint, LocalOptions } from './options.js';

const ACCOUNT = '123456789012';

/** A simulated account in one region. */
export interface Local {
  readonly cloud: CloudFormation;
  readonly storage: Storage;
}

/** Opens the local CloudFormation, whose state is in a folder. Nothing is read before it is asked for something. */
export function openLocal(options: LocalOptions): Local {
  const store = new Store(options.folder);
  const settings: Settings = {
    account: options.account ?? ACCOUNT,
    partition: partitionOf(options.region),
    region: options.region,
    fast: options.fast,
    specifications: new Specifications(),
    programs: new Programs(),
  };
  const call = <O extends Operation>(operation: O, input: Input<O>, signal?: AbortSignal): Promise<Answer<O>> => {
    return store.work((unit) => {
      signal?.throwIfAborted();
      const scene = new Scene(
        unit,
        settings,
        options.clock.now(),
        () => 0,
        () => {
          throw refusal('S3 error: The specified bucket does not exist');
        },
      );
      advance(scene);
      const handler = OPERATIONS[operation] as Handler<O> | undefined;
      if (handler === undefined) throw refusal(`The action ${operation} is not valid`, 'InvalidAction');
      const answer = handler({ scene, region: options.region, fail: options.fail }, input);
      advance(scene);
      return answer;
    });
  };
  return { cloud: { call }, storage: undefined as unknown as Storage };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
