import type { Report } from '../../diagnostics/diagnostic.js';
import type { Expression } from '../../text/expression.js';
import data from './types.json' with { type: 'json' };

const places: ReadonlySet<string> = new Set(data.packaged.places);

/** Reports the path of a local file where a command that is run before puts an address; gives whether there is one. */
export function checkPackaged(typeName: string, name: string, value: Expression, report: Report): boolean {
  if (value.kind !== 'literal' || typeof value.value !== 'string' || !places.has(`${typeName}.${name}`)) return false;
  const hint = 'Upload the file and say where it is, or let "aws cloudformation package" do both in the template.';
  report('local-file', value.place, { file: value.value }, { hint });
  return true;
}
