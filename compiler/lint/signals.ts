import type { Place } from '../source/place.js';
import type { LogicalResource } from '../template/logical.js';
import { isMap, type Value } from '../template/value.js';
import { Dependents } from './dependents.js';
import lints from './lints.json' with { type: 'json' };
import type { Scene } from './scene.js';
import { select, targetOf } from './select.js';
import { wordAt } from './site.js';
import { walkResource } from './walk.js';

const { signals: data } = lints;
const late: ReadonlyMap<string, { readonly server: string; readonly needs: string }> = new Map(
  Object.entries(data.late),
);

/**
 * Reports what a server's script waits for although it is made only after the signal that the script sends at its end:
 * it would wait until the stack gives up.
 */
export function lintSignals(scene: Scene): void {
  const { logical, resources, report } = scene;
  const attached = logical.resources.filter(({ type }) => late.has(type));
  if (attached.length === 0) return;
  const order = new Dependents(scene.graph.edges);
  const waits = conditions(scene);
  for (const resource of attached) {
    const { server: serverPath, needs } = late.get(resource.type) ?? { server: '', needs: '' };
    const serverId = select(resource, serverPath).flatMap(({ value }) => targetOf(value) ?? [])[0];
    const server = serverId === undefined ? undefined : resources.get(serverId);
    const [name] = select(resource, needs);
    if (server === undefined || typeof name?.value !== 'string' || name.value === '') continue;
    const waited = [...(signalled(server) ? [server.id] : []), ...(waits.get(server.id) ?? [])];
    const after = waited.find((id) => order.needs(resource.id, id) === true);
    const mention = after === undefined ? undefined : mentionOf(server, name.value);
    if (after === undefined || mention === undefined) continue;
    const related = [{ place: resource.place, message: `"${resource.id}" waits for "${after}".` }];
    const args = { server: server.id, needs: name.value, attached: resource.id };
    report('signal-deadlock', mention, args, { ...wordAt(mention, name.value), hint: data.hint, related });
  }
}

function signalled({ type, attributes }: LogicalResource): boolean {
  const policy = attributes.get('CreationPolicy');
  return data.servers.includes(type) && policy !== undefined && isMap(policy) && policy[data.policy] !== undefined;
}

/** For each server, the conditions whose handle its script names. */
function conditions({ logical, graph }: Scene): ReadonlyMap<string, readonly string[]> {
  const byHandle = new Map<string, string[]>();
  for (const resource of logical.resources) {
    if (resource.type !== data.condition.type) continue;
    for (const { value } of select(resource, data.condition.handle)) {
      const handle = targetOf(value);
      if (handle !== undefined) byHandle.set(handle, [...(byHandle.get(handle) ?? []), resource.id]);
    }
  }
  const found = new Map<string, readonly string[]>();
  for (const { from, to, label } of byHandle.size === 0 ? [] : graph.edges) {
    const waits = byHandle.get(to);
    if (waits !== undefined && (label.startsWith(data.script) || label.startsWith('Metadata'))) found.set(from, waits);
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
