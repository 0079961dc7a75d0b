import type { Report } from '../diagnostics/diagnostic.js';
import type { LogicalResource } from '../template/logical.js';
import { isMap, type Value, type ValueMap } from '../template/value.js';
import lints from './lints.json' with { type: 'json' };
import { below, type Found, select } from './select.js';
import type { Site } from './site.js';

const { openings: data } = lints;
const rules: ReadonlyMap<string, string> = new Map(Object.entries(data.rules));

/** Reports rules that let everybody in to what only few should reach. What parameters decide is theirs. */
export function lintOpenings(resource: LogicalResource, report: Report): void {
  const path = rules.get(resource.type);
  if (path === undefined) return;
  for (const rule of path === '' ? select(resource, '') : select(resource, `${path}.*`)) {
    const what = isMap(rule.value) ? reached(rule.value) : undefined;
    if (what === undefined) continue;
    for (const source of sources(rule)) {
      report('open-to-world', source.place, { what, world: String(source.value) }, { hint: data.hint });
    }
  }
}

function sources({ value, site }: Found): readonly { value: Value; place: Site['place'] }[] {
  return data.sources
    .flatMap((name) => below(value, [name], site))
    .filter((found) => typeof found.value === 'string' && data.world.includes(found.value.trim()))
    .map((found) => ({ value: found.value, place: found.site.place }));
}

/** What everybody would reach, in the words of a message. */
function reached(rule: ValueMap): string | undefined {
  const protocol = String(rule[data.protocol] ?? '');
  if (data.allProtocols.includes(protocol)) return 'Everything is';
  if (!data.protocols.includes(protocol)) return undefined;
  const from = portOf(rule[data.from]);
  const to = portOf(rule[data.to]);
  if (from === undefined || to === undefined) return undefined;
  const reachable = data.ports.filter(({ port }) => from <= port && port <= to);
  if (reachable.length === data.ports.length) return `The ports ${from} to ${to} are`;
  const [first, ...more] = reachable.map(({ port, name }) => `${port} (${name})`);
  if (first === undefined) return undefined;
  return more.length === 0
    ? `Port ${first} is`
    : `The ports ${[first, ...more.slice(0, -1)].join(', ')} and ${more.at(-1)} are`;
}

function portOf(value: Value | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
