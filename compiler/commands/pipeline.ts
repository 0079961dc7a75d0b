import type { Compilation } from '../compile.js';
import { type Input, inputs } from './inputs.js';
import type { Outcome } from './outcome.js';

/** The blueprints that a command is about, and how strictly they are read. */
export interface BlueprintOptions {
  /** Files, folders, or `-`. */
  readonly blueprints: readonly string[];
  /** Folders with components, beside the blueprint's own. */
  readonly components: readonly string[];
  /** Whether warnings are errors. */
  readonly strict: boolean;
}

/** One compiled blueprint. */
export interface Compiled {
  readonly input: Input;
  readonly compilation: Compilation;
}

/** Compiles each blueprint by itself. */
export async function compileEach(options: BlueprintOptions): Promise<readonly Compiled[]> {
  const given = inputs(options.blueprints);
  const { compile } = await import('../compile.js');
  return given.map((input) => ({ input, compilation: compile(input.files, options, input.folder) }));
}

/** What was found in all of them; a file that several share is reported once. */
export function findings(compiled: readonly Compiled[]): Pick<Outcome, 'diagnostics' | 'sources' | 'failed'> {
  const all = compiled.flatMap(({ compilation }) => compilation.diagnostics);
  return {
    diagnostics: [...new Map(all.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()],
    sources: new Map(compiled.flatMap(({ compilation }) => [...compilation.sources])),
    failed: compiled.some(({ compilation }) => compilation.failed),
  };
}
