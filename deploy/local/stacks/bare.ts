import type { Environment } from '../template/environment.js';
import type { Site } from './site.js';

/** What a template is evaluated in before its stack is there: conditions and rules need no more. */
export function bareEnvironment({ scene, region }: Site, stackName: string): Environment {
  const { account, partition } = scene.settings;
  return {
    ...{ account, partition, region, stackName, stackId: '', notificationArns: [] },
    ref: () => undefined,
    attribute: () => undefined,
    importValue: () => undefined,
  };
}
