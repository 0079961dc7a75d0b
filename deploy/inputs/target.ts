import { type Outcome, outcome } from '../../compiler/commands/outcome.js';
import { compileEach, findings } from '../../compiler/commands/pipeline.js';
import { blueprint as sideOf } from '../../compiler/commands/sides/read.js';
import type { Compilation } from '../../compiler/compile.js';
import type { Where } from '../../compiler/diff/model.js';
import type { Graph } from '../../compiler/template/graph.js';
import type { WrittenGraph } from '../../compiler/template/logical.js';
import type { JsonMap, Template } from '../../compiler/template/template.js';
import { nameFor } from './name.js';

/** What a blueprint asks for, compiled and checked. */
export interface Target {
  /** The file or folder, as it was given. */
  readonly file: string;
  readonly stack: string;
  readonly region: string | undefined;
  readonly template: Template;
  /** The template as it is compiled, for people to read. */
  readonly text: string;
  readonly tags: ReadonlyMap<string, string>;
  /** For each logical resource, where the blueprint speaks of it. */
  readonly places: ReadonlyMap<string, Where>;
  readonly graph: Graph;
  readonly written?: WrittenGraph;
  /** Patterns of ids (`*` and `?`) that must not be replaced or deleted, from the blueprint's `protect`. */
  readonly protect: readonly string[];
  /** For each logical resource that exists already, what identifies it (CreateChangeSet's ResourceIdentifier). */
  readonly imports: ReadonlyMap<string, JsonMap>;
  readonly compilation: Compilation;
}

export interface TargetOptions {
  /** The stack's name, where it is not the blueprint's. */
  readonly stack?: string | undefined;
  /** Folders of components, beside the blueprint's own. */
  readonly components: readonly string[];
  /** Whether warnings are errors. */
  readonly strict: boolean;
}

/**
 * Compiles a blueprint for deploying. Without a target the outcome has failed, and its diagnostics say why.
 *
 * @throws Misuse, Refused as `inputs` does; Misuse where there is no name for the stack.
 */
export async function targetOf(
  file: string,
  options: TargetOptions,
): Promise<{ readonly target?: Target; readonly outcome: Outcome }> {
  const [compiled] = await compileEach({ blueprints: [file], components: options.components, strict: options.strict });
  if (compiled === undefined) throw new Error('A blueprint was not compiled.');
  const { compilation } = compiled;
  const told = outcome(findings([compiled]));
  const { blueprint, template, text, graph, written } = compilation;
  if (blueprint === undefined || template === undefined || text === undefined || graph === undefined)
    return { outcome: told };
  const { places = new Map<string, Where>() } = sideOf(compilation, file, (name) => name).loaded.get('') ?? {};
  const target: Target = {
    file,
    stack: nameFor(file, blueprint.name, options.stack),
    region: blueprint.region,
    template,
    text,
    tags: blueprint.tags,
    places,
    graph,
    ...(written === undefined ? {} : { written }),
    protect: blueprint.protect.map(({ text: pattern }) => pattern),
    imports: compilation.imports ?? new Map(),
    compilation,
  };
  return { target, outcome: told };
}
