import type { Place } from '../source/place.js';
import type { LogicalResource } from '../template/logical.js';
import { isMap, type Value } from '../template/value.js';
import { Dependents } from './dependents.js';
import lints from './lints.json' with { type: 'json' };
import { isPublic } from './public.js';
import type { Scene } from './scene.js';
import { select, targetsAt } from './select.js';
import { wordAt } from './site.js';
import { walkResource } from './walk.js';

const { signals: data } = lints;
const late: ReadonlyMap<string, { readonly server: string; readonly needs: string }> = new Map(
  Object.entries(data.late),
);
const addresses: ReadonlyMap<string, string> = new Map(Object.entries(data.addresses));

/**
 * Reports what a server's script waits for although it is made only after the signal that the script sends at its end:
 * it would wait until the stack gives up.
 */
export function lintSignals(scene: Scene): void {
  const waits = conditions(scene);
  const order = new Dependents(scene.graph.edges);
  const after = (resource: LogicalResource, server: LogicalResource) =>
    [...(signalled(server) ? [server.id] : []), ...(waits.get(server.id) ?? [])].find(
      (id) => order.needs(resource.id, id) === true,
    );
  for (const resource of scene.logical.resources) {
    if (late.has(resource.type)) lintAttached(resource, after, scene);
    if (addresses.has(resource.type)) lintAddress(resource, after, scene);
  }
  lintOwnSignals(waits, order, scene);
}

type After = (resource: LogicalResource, server: LogicalResource) => string | undefined;

/** Something that the script mentions by name. */
function lintAttached(resource: LogicalResource, after: After, { resources, report }: Scene): void {
  const { server: path, needs } = late.get(resource.type) ?? { server: '', needs: '' };
  const server = resources.get(targetsAt(resource, path)[0] ?? '');
  const name = select(resource, needs)[0]?.value;
  const last = server && after(resource, server);
  if (server === undefined || last === undefined || typeof name !== 'string' || name === '') return;
  const mention = mentionOf(server, name);
  if (mention === undefined) return;
  const related = [{ place: resource.place, message: `"${resource.id}" waits for "${last}".` }];
  const args = { server: server.id, needs: `"${name}"`, attached: resource.id };
  report('signal-deadlock', mention, args, { ...wordAt(mention, name), hint: data.hint, related });
}

/** An address that the server needs for the signal itself, as it has no other way out. */
function lintAddress(resource: LogicalResource, after: After, { logical, resources, report }: Scene): void {
  const server = resources.get(targetsAt(resource, addresses.get(resource.type) ?? '')[0] ?? '');
  if (server === undefined || after(resource, server) !== server.id || isPublic(server, resources) !== false) return;
  if (logical.resources.some(({ type }) => type === data.endpoint)) return;
  const related = [{ place: resource.place, message: `"${resource.id}" waits for "${server.id}".` }];
  const args = { server: server.id, needs: 'its public address', attached: resource.id };
  report('signal-deadlock', server.place, args, { hint: data.addressHint, related });
}

/** A server that waits for the condition to which only its own script sends the signal. */
function lintOwnSignals(waits: ReadonlyMap<string, readonly string[]>, order: Dependents, scene: Scene): void {
  const senders = new Map<string, string[]>();
  for (const [server, ids] of waits) for (const id of ids) senders.set(id, [...(senders.get(id) ?? []), server]);
  for (const [condition, servers] of senders) {
    const [only, ...more] = servers;
    const server = scene.resources.get(only ?? '');
    if (server === undefined || more.length > 0 || order.needs(server.id, condition) !== true) continue;
    scene.report('signal-deadlock', server.place, { server: server.id, condition }, { hint: data.hint });
  }
}

function signalled({ type, attributes }: LogicalResource): boolean {
  const policy = attributes.get('CreationPolicy');
  return data.servers.includes(type) && policy !== undefined && isMap(policy) && policy[data.policy] !== undefined;
}

/** For each server, the conditions whose handle its script names. */
function conditions({ logical, graph }: Scene): ReadonlyMap<string, readonly string[]> {
  const byHandle = new Map<string, string>();
  for (const resource of logical.resources) {
    if (resource.type !== data.condition.type) continue;
    for (const handle of targetsAt(resource, data.condition.handle)) byHandle.set(handle, resource.id);
  }
  const found = new Map<string, string[]>();
  for (const { from, to, label } of byHandle.size === 0 ? [] : graph.edges) {
    const condition = byHandle.get(to);
    if (condition === undefined || !(label.startsWith(data.script) || label.startsWith('Metadata'))) continue;
    const known = found.get(from) ?? [];
    if (!known.includes(condition)) found.set(from, [...known, condition]);
  }
  return found;
}

function mentionOf(server: LogicalResource, text: string): Place | undefined {
  let place: Place | undefined;
  walkResource(server, (value: Value, site) => {
    if (place !== undefined || typeof value !== 'string' || !value.includes(text)) return;
    if (site.names.includes(data.script) || site.names[0] === 'Metadata') ({ place } = site);
  });
  return place;
}
