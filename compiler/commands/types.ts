import { type TypeEntry, typeEntries } from './folders.js';
import { type Outcome, outcome } from './outcome.js';

export interface TypesOptions {
  /** Folders with components, beside `components` in the current folder. */
  readonly components: readonly string[];
  readonly json: boolean;
}

/** `jiml types`: the names of the types that a blueprint can use, with a line on each. */
export async function types({ components, json }: TypesOptions): Promise<Outcome> {
  const entries = [...typeEntries(components).values()];
  const rows = entries.map((entry) => ({ name: entry.name, builtIn: entry.builtIn, description: description(entry) }));
  if (json) return outcome({ output: `${JSON.stringify({ version: 1, types: rows }, undefined, 2)}\n` });
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, builtIn, description }) =>
    `${name.padEnd(width)}  ${description}${builtIn ? '' : ' (component)'}`.trimEnd(),
  );
  return outcome({ output: lines.map((line) => `${line}\n`).join('') });
}

function description({ schema }: TypeEntry): string {
  if (typeof schema.aliasOf === 'string') return `Another name for ${schema.aliasOf}.`;
  return typeof schema.description === 'string' ? (schema.description.split('\n')[0] ?? '') : '';
}
