import type { Report } from '../diagnostics/diagnostic.js';
import type { Value } from '../template/value.js';
import lints from './lints.json' with { type: 'json' };
import type { Site } from './site.js';

const names: ReadonlySet<string> = new Set(lints.secrets.names);
const only: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(lints.secrets.only));
const except: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(lints.secrets.except));

/** Reports a secret that is written out. References are none, and neither is what CloudFormation looks up. */
export function lintSecrets(value: Value, site: Site, inText: boolean, report: Report): void {
  if (inText || (typeof value !== 'string' && typeof value !== 'number') || value === '') return;
  if (typeof value === 'string' && value.includes('{{resolve:')) return;
  const path = site.path;
  const name = path?.findLast((key) => typeof key === 'string');
  if (path?.[0] !== 'Properties' || name === undefined || !isSecret(site.resource.type, name)) return;
  const hint = 'Make it a noEcho parameter or a {{resolve:secretsmanager:…}}, or let the service make and keep it.';
  report('readable-secret', site.place, { name }, { hint });
}

function isSecret(type: string, name: string): boolean {
  if (!type.includes('::')) return false;
  return (names.has(name) && !except.get(type)?.includes(name)) || only.get(type)?.includes(name) === true;
}
