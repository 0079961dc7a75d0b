import type { JsonMap } from '../../compiler/template/template.js';
import type { Caller } from '../flow/insist.js';
import { pages } from '../flow/pages.js';
import { jsonIn } from './pointer.js';

/**
 * The properties that a resource was last given, without functions, secrets masked: events carry them. Undefined where no
 * event does.
 *
 * @throws Fault
 */
export async function propertiesOf(caller: Caller, stackId: string, id: string): Promise<JsonMap | undefined> {
  for await (const { StackEvents = [] } of pages(caller, 'DescribeStackEvents', { StackName: stackId }))
    for (const { LogicalResourceId, ResourceProperties, ResourceStatus } of StackEvents) {
      if (LogicalResourceId !== id || ResourceStatus?.endsWith('_FAILED') === true) continue;
      const properties = jsonIn(ResourceProperties);
      if (typeof properties === 'object' && properties !== null && !Array.isArray(properties))
        return properties as JsonMap;
    }
  return undefined;
}
