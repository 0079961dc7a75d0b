import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

const blueprints = fileURLToPath(new URL('../../../../blueprints/', import.meta.url));

/**
 * Copies the blueprints of the project into a folder, and adds to the config of each server in them, also of those
 * behind a load balancer.
 */
export function projectIn(folder: string, added: object): void {
  cpSync(blueprints, folder, { recursive: true });
  for (const name of ['vpn', 'vpc', 'shop', 'firewall1', 'firewall2', 'firewall3', 'firewall4', 'firewall5']) {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, withServers(readFileSync(file, 'utf8'), added));
  }
}

/** Leaves resources out of a blueprint. */
export function without(text: string, ...types: readonly string[]): string {
  const document = parseDocument(text);
  const resources = document.get('resources');
  if (isSeq(resources)) resources.items = resources.items.filter((one) => isMap(one) && !types.includes(typeOf(one)));
  return document.toString({ lineWidth: 0 });
}

/** Where the config of a server stands. */
const places: Readonly<Record<string, readonly string[]>> = {
  server: ['config'],
  loadbalancer: ['config', 'server'],
};

function withServers(text: string, added: object): string {
  const document = parseDocument(text);
  const resources = document.get('resources');
  for (const one of isSeq(resources) ? resources.items : []) {
    const path = isMap(one) ? places[typeOf(one)] : undefined;
    if (path === undefined || !isMap(one)) continue;
    for (const [key, value] of Object.entries(added)) one.setIn([...path, key], value);
  }
  return document.toString({ lineWidth: 0 });
}

function typeOf(resource: YAMLMap): string {
  return String(resource.get('type'));
}
