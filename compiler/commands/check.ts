import { type Outcome, outcome } from './outcome.js';
import { type BlueprintOptions, compileEach, findings } from './pipeline.js';

/** `jiml check`: everything that is wrong with blueprints, and nothing else. */
export async function check(options: BlueprintOptions): Promise<Outcome> {
  return outcome(findings(await compileEach(options)));
}
