import { Refused } from '../../compiler/commands/outcome.js';
import { table } from './table.js';

/** The forms in which outputs are printed. `env` is for a shell's `eval`, `dotenv` for a file that tools read. */
export type OutputForm = 'text' | 'json' | 'env' | 'dotenv';

interface Printed {
  readonly outputs: Readonly<Record<string, { readonly value: string; readonly description?: string }>>;
}

/**
 * Outputs in a form.
 *
 * @param bare Whether as text nothing but the value of the only one is wanted, for `$(jiml outputs URL)`.
 * @throws Refused where a variable is wanted and a key can be no variable's name.
 */
export function outputsText(form: OutputForm, found: Printed, bare = false): string {
  const entries = Object.entries(found.outputs);
  switch (form) {
    case 'json':
      return `${JSON.stringify(found, undefined, 2)}\n`;
    case 'env':
      return entries
        .map(([key, { value }]) => `export ${variable(key)}='${value.replaceAll("'", "'\\''")}'\n`)
        .join('');
    case 'dotenv':
      return entries.map(([key, { value }]) => `${variable(key)}=${quoted(value)}\n`).join('');
    case 'text':
      if (bare) return entries.map(([, { value }]) => `${value}\n`).join('');
      return table(
        undefined,
        entries.map(([key, { value, description = '' }]) => [key, value, description]),
      );
  }
}

/** In double quotes, with what those who read such files take for something else escaped. */
function quoted(value: string): string {
  if (/^[\w@%+:,./-]*$/.test(value)) return value;
  return `"${value
    .replaceAll(/[\\"$`]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')}"`;
}

/** CloudFormation lets keys be letters and digits; what an endpoint answers is nevertheless run by somebody's shell. */
function variable(key: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return key;
  throw new Refused(`The output ${JSON.stringify(key)} cannot be a variable: ask for --format json.`);
}
