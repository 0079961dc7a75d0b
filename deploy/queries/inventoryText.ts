import { printable } from '../../compiler/diagnostics/render/printable.js';
import type { Detailed, Listed } from './inventory.js';
import { table } from './table.js';

/** The resources of a stack for a person. */
export function inventoryText({ resources }: { readonly resources: readonly Listed[] }): string {
  const placed = resources.some(({ where }) => where !== undefined);
  const heading = ['ID', 'TYPE', 'STATE', ...(placed ? ['BLUEPRINT'] : []), 'PHYSICAL ID'];
  const rows = resources.map(({ id, type, status, physicalId = '', where = '' }) => [
    id,
    type,
    status,
    ...(placed ? [where] : []),
    physicalId,
  ]);
  return resources.length === 0 ? 'It has no resources.\n' : table(heading, rows);
}

/** What is known about one resource. */
export function resourceText({ resource }: { readonly resource: Detailed }): string {
  const { id, type, physicalId, status, reason, changed, drift, where, properties } = resource;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Id', id],
    ['Type', type],
    ['Physical id', physicalId],
    ['State', status],
    ['Reason', reason],
    ['Changed', changed],
    ['Drift', drift],
    ['Blueprint', where],
  ];
  const facts = table(
    undefined,
    rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  if (properties === undefined) return facts;
  const lines = JSON.stringify(properties, shortened, 2).split('\n');
  return `${facts}\nProperties:\n${lines.map((line) => `  ${printable(line)}\n`).join('')}`;
}

/** The most characters (UTF-16 code units) of a text that are shown. */
const ROOM = 160;

function shortened(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= ROOM) return value;
  return `${value.slice(0, ROOM)}… (${value.length} characters)`;
}
