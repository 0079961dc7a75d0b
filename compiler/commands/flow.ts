import { type Outcome, outcome } from './outcome.js';
import { type BlueprintOptions, compileEach, findings } from './pipeline.js';

/** `jiml flow`: the order in which things are created, as commands; with a heading each where there are several. */
export async function flow(options: BlueprintOptions): Promise<Outcome> {
  const compiled = await compileEach(options);
  const found = findings(compiled);
  if (found.failed) return outcome(found);
  const [{ flow: flowOf }, { flowText }] = await Promise.all([
    import('../graph/flow.js'),
    import('../graph/flowText.js'),
  ]);
  const texts = compiled.map(({ input, compilation: { written } }) => {
    const text = written === undefined ? '' : flowText(flowOf(written));
    return compiled.length === 1 ? text : `# ${input.name}\n${text}`;
  });
  return outcome({ ...found, output: texts.join('\n') });
}
