import type { LogicalResource } from '../template/logical.js';
import { Dependents } from './dependents.js';
import lints from './lints.json' with { type: 'json' };
import { type Dependent, dependents, isPublic } from './public.js';
import type { Scene } from './scene.js';
import { select, targetsAt } from './select.js';
import { Site } from './site.js';

const { attachments: data } = lints;

const networks: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.networks));

/**
 * Reports what works only after a gateway has been attached to its network and does not wait for that: no reference
 * leads there, so CloudFormation does not know.
 */
export function lintOrders(scene: Scene): void {
  const connected = connections(scene);
  if (connected.size === 0) return;
  const order = new Dependents(scene.graph.edges);
  for (const resource of scene.logical.resources) {
    const dependent = dependents.get(resource.type);
    const attachment = dependent && attachmentOf(resource, dependent, connected, scene);
    if (dependent === undefined || attachment === undefined) continue;
    if (order.needs(resource.id, attachment.id) === false) say(resource, dependent, attachment, scene);
  }
}

/** The attachments by the gateway, and those to the internet by the network. */
function connections({ logical }: Scene): ReadonlyMap<string, LogicalResource> {
  const found = new Map<string, LogicalResource>();
  for (const resource of logical.resources) {
    if (resource.type !== data.type) continue;
    for (const gateway of data.gateways.flatMap((name) => targetsAt(resource, name))) found.set(gateway, resource);
    if (targetsAt(resource, data.internet).length === 0) continue;
    for (const network of targetsAt(resource, data.network)) found.set(network, resource);
  }
  return found;
}

function attachmentOf(
  resource: LogicalResource,
  dependent: Dependent,
  connected: ReadonlyMap<string, LogicalResource>,
  { resources }: Scene,
): LogicalResource | undefined {
  const gateways = (dependent.gateway ?? []).flatMap((path) => targetsAt(resource, path));
  const direct = gateways.map((id) => connected.get(id)).find((found) => found !== undefined);
  if (direct !== undefined || !counts(resource, dependent)) return direct;
  const parts = (dependent.in ?? []).flatMap((path) => targetsAt(resource, path));
  if (dependent.public !== undefined && isPublic(resource, resources) !== true) return undefined;
  return parts.map((id) => networkOf(id, resources)).flatMap((id) => connected.get(id ?? '') ?? [])[0];
}

function counts(resource: LogicalResource, { unless = {} }: Dependent): boolean {
  return Object.entries(unless).every(([path, values]) =>
    select(resource, path).every(({ value }) => typeof value === 'string' && !values.includes(value)),
  );
}

/** The network that something is in. A way there has a few steps; a longer one leads elsewhere. */
function networkOf(id: string, resources: Scene['resources']): string | undefined {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 5; steps++) {
    const resource = resources.get(at);
    if (resource === undefined || resource.type === data.networkType) return resource?.id;
    at = (networks.get(resource.type) ?? []).flatMap((path) => targetsAt(resource, path))[0];
  }
  return undefined;
}

function say(resource: LogicalResource, { what }: Dependent, attachment: LogicalResource, { report }: Scene): void {
  const raw = resource.configPlace !== undefined;
  const site = raw ? Site.of(resource).at('Type') : undefined;
  const hint = `Say "dependsOn: ${attachment.id}" there.`;
  report('hidden-order', site?.place ?? resource.place, { what, attachment: attachment.id }, raw ? { hint } : {});
}
