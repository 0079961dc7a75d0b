import type { Listed } from './inventory.js';
import { table } from './table.js';

/** The resources of a stack for a person. */
export function inventoryText({ resources }: { readonly resources: readonly Listed[] }): string {
  const placed = resources.some(({ where }) => where !== undefined);
  const heading = ['ID', 'TYPE', 'STATE', 'PHYSICAL ID', ...(placed ? ['BLUEPRINT'] : [])];
  const rows = resources.map(({ id, type, status, physicalId = '', where = '' }) => [
    id,
    type,
    status,
    physicalId,
    ...(placed ? [where] : []),
  ]);
  return resources.length === 0 ? 'It has no resources.\n' : table(heading, rows);
}

/** What is known about one resource. */
export function resourceText({ resource }: { readonly resource: Listed }): string {
  const { id, type, physicalId, status, reason, changed, drift, where } = resource;
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
  return table(
    undefined,
    rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
