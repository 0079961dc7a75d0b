import { isJsonMap } from '../../../compiler/diff/node.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import { Fault } from '../../api/fault.js';
import { capabilitiesFor, type NeededCapability } from '../../inputs/capabilities.js';
import { type Caller, insist } from '../insist.js';

/** The type of a stack within a stack. */
const STACK_TYPE = 'AWS::CloudFormation::Stack';

/**
 * The capabilities that a template needs, with those that the templates of stacks within it need, as far as their
 * addresses are written down: CloudFormation takes what it is given for all of them.
 *
 * @throws Fault where CloudFormation cannot be asked
 */
export async function neededCapabilities(caller: Caller, template: JsonMap): Promise<readonly NeededCapability[]> {
  const needed = new Map(capabilitiesFor(template).map(({ name, ids }) => [name, new Set(ids)]));
  for (const [url, ids] of nestedIn(template))
    for (const name of await neededAt(caller, url)) needed.set(name, new Set([...(needed.get(name) ?? []), ...ids]));
  return [...needed].map(([name, ids]) => ({ name, ids: [...ids].sort() })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The addresses of templates, and the ids of the stacks that are made of each. */
function nestedIn({ Resources }: JsonMap): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, resource] of Object.entries(isJsonMap(Resources) ? Resources : {})) {
    if (!isJsonMap(resource) || resource.Type !== STACK_TYPE || !isJsonMap(resource.Properties)) continue;
    const { TemplateURL: url } = resource.Properties;
    if (typeof url === 'string') found.set(url, [...(found.get(url) ?? []), id]);
  }
  return found;
}

/** A template that cannot be had is found out about where it is used. */
async function neededAt(caller: Caller, url: string): Promise<readonly string[]> {
  try {
    return (await insist(caller, 'GetTemplateSummary', { TemplateURL: url })).Capabilities ?? [];
  } catch (error) {
    if (error instanceof Fault && error.kind === 'refused') return [];
    throw error;
  }
}
