import { destination } from './destination.js';
import { editorSchema } from './editor/schema.js';
import { installedFile, typeEntries } from './folders.js';
import { type Outcome, outcome } from './outcome.js';

export interface SchemaOptions {
  /** Folders with components, beside `components` in the current folder. */
  readonly components: readonly string[];
  readonly output: string | undefined;
}

/** `jiml schema`: one JSON Schema with which editors complete, explain and check blueprints. */
export async function schema({ components, output }: SchemaOptions): Promise<Outcome> {
  const blueprint = JSON.parse(installedFile('schemas', 'blueprint.schema.json'));
  const types = [...typeEntries(components).values()];
  const text = `${JSON.stringify(editorSchema(blueprint, types), undefined, 2)}\n`;
  return outcome(destination([{ name: 'blueprint.schema.json', from: [], text }], output));
}
