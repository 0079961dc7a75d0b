import type { LogicalResource } from '../template/logical.js';
import { Dependents } from './dependents.js';
import lints from './lints.json' with { type: 'json' };
import type { Scene } from './scene.js';
import { isTrue, select, targetOf } from './select.js';
import { Site } from './site.js';

const { attachments: data } = lints;

/** What needs a gateway: the one that it names, or the one of the network that it is in. */
interface Dependent {
  readonly what: string;
  readonly gateway?: readonly string[];
  readonly in?: readonly string[];
  /** It counts only where one of these is true, or (unless `strict`) the part of the network that it is in says so. */
  readonly public?: readonly string[];
  readonly strict?: boolean;
  readonly unless?: Readonly<Record<string, readonly string[]>>;
}

const dependents: ReadonlyMap<string, Dependent> = new Map(Object.entries(data.dependents));
const networks: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.networks));
const publicParts: ReadonlyMap<string, string> = new Map(Object.entries(data.publicParts));

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
    for (const gateway of data.gateways.flatMap((name) => targets(resource, name))) found.set(gateway, resource);
    if (targets(resource, data.internet).length === 0) continue;
    for (const network of targets(resource, data.network)) found.set(network, resource);
  }
  return found;
}

function attachmentOf(
  resource: LogicalResource,
  dependent: Dependent,
  connected: ReadonlyMap<string, LogicalResource>,
  { resources }: Scene,
): LogicalResource | undefined {
  const gateways = (dependent.gateway ?? []).flatMap((path) => targets(resource, path));
  const direct = gateways.map((id) => connected.get(id)).find((found) => found !== undefined);
  if (direct !== undefined || !counts(resource, dependent)) return direct;
  const parts = (dependent.in ?? []).flatMap((path) => targets(resource, path));
  if (dependent.public !== undefined && !isPublic(resource, parts, dependent, resources)) return undefined;
  return parts.map((id) => networkOf(id, resources)).flatMap((id) => connected.get(id ?? '') ?? [])[0];
}

function counts(resource: LogicalResource, { unless = {} }: Dependent): boolean {
  return Object.entries(unless).every(([path, values]) =>
    select(resource, path).every(({ value }) => typeof value === 'string' && !values.includes(value)),
  );
}

function isPublic(
  resource: LogicalResource,
  parts: readonly string[],
  dependent: Dependent,
  resources: Scene['resources'],
): boolean {
  const said = (dependent.public ?? []).flatMap((path) => select(resource, path));
  if (said.length > 0 || dependent.strict === true) return said.some(({ value }) => isTrue(value));
  return parts.some((id) => {
    const part = resources.get(id);
    const path = part && publicParts.get(part.type);
    return part !== undefined && path !== undefined && select(part, path).some(({ value }) => isTrue(value));
  });
}

/** The network that something is in; a way has a few steps, and hostile ones lead round. */
function networkOf(id: string, resources: Scene['resources']): string | undefined {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 5; steps++) {
    const resource = resources.get(at);
    if (resource === undefined || resource.type === data.networkType) return resource?.id;
    at = (networks.get(resource.type) ?? []).flatMap((path) => targets(resource, path))[0];
  }
  return undefined;
}

function targets(resource: LogicalResource, path: string): readonly string[] {
  return select(resource, path).flatMap(({ value }) => targetOf(value) ?? []);
}

function say(resource: LogicalResource, { what }: Dependent, attachment: LogicalResource, { report }: Scene): void {
  const raw = resource.configPlace !== undefined;
  const site = raw ? Site.of(resource).at('Type') : undefined;
  const hint = `Say "dependsOn: ${attachment.id}" there.`;
  report('hidden-order', site?.place ?? resource.place, { what, attachment: attachment.id }, raw ? { hint } : {});
}
