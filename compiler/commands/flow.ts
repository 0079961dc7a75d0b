import { type Outcome, outcome } from './outcome.js';
import { type BlueprintOptions, compileEach, findings } from './pipeline.js';

export interface FlowOptions extends BlueprintOptions {
  /** As data (schemas/output/flow.schema.json), a line for each blueprint. */
  readonly json: boolean;
}

/** `jiml flow`: the order in which things are created, as commands; with a heading each where there are several. */
export async function flow(options: FlowOptions): Promise<Outcome> {
  const compiled = await compileEach(options);
  const found = findings(compiled);
  if (found.failed) return outcome(found);
  const [{ flow: flowOf }, { flowText }] = await Promise.all([
    import('../graph/flow.js'),
    import('../graph/flowText.js'),
  ]);
  const flows = compiled.flatMap(({ input: { name }, compilation: { written } }) =>
    written === undefined ? [] : [{ name, steps: flowOf(written) }],
  );
  if (options.json) {
    const lines = flows.map(({ name, steps: { version, steps } }) => `${JSON.stringify({ version, name, steps })}\n`);
    return outcome({ ...found, output: lines.join('') });
  }
  const texts = flows.map(({ name, steps }) => (flows.length === 1 ? '' : `# ${name}\n`) + flowText(steps));
  return outcome({ ...found, output: texts.join('\n') });
}
