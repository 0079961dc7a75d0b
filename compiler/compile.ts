import { join } from 'node:path';
import type { Blueprint } from './check/blueprint.js';
import { check } from './check/check.js';
import { verify } from './check/component/verify.js';
import { checkResources } from './check/properties/blueprint.js';
import { type Diagnostic, Diagnostics, type Report } from './diagnostics/diagnostic.js';
import { Silence } from './diagnostics/silence.js';
import { reportUnused } from './diagnostics/unused.js';
import { emit, toJson } from './emit/emit.js';
import { withBucket } from './expand/assets.js';
import { expand } from './expand/expand.js';
import { checkSize } from './link/limits.js';
import { link } from './link/link.js';
import { lintReferences } from './lint/attributes.js';
import { checkImported, importsOf } from './lint/imports.js';
import { lint } from './lint/lint.js';
import { lintProtected } from './lint/protected.js';
import type { Asset } from './source/assets.js';
import { includer } from './source/include.js';
import { parse } from './source/parse.js';
import type { Document, Place } from './source/place.js';
import { Specifications } from './specification/read.js';
import type { Graph } from './template/graph.js';
import type { WrittenGraph } from './template/logical.js';
import type { JsonMap, Template } from './template/template.js';
import { blueprintSchema, templateSchema, typeFolders } from './types/folders.js';
import { Types } from './types/load.js';

export type { Diagnostic } from './diagnostics/diagnostic.js';

/** A text of a blueprint and how it is called in messages. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface CompileOptions {
  /** Folders of components, beside the blueprint's own `components`. */
  readonly components?: readonly string[];
  /** Whether warnings are errors. */
  readonly strict?: boolean;
}

/** What became of a blueprint: all that was found, and what each phase made as far as it got. */
export interface Compilation {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics speak of, by file. */
  readonly sources: ReadonlyMap<string, string>;
  readonly failed: boolean;
  readonly document?: readonly Document[];
  readonly blueprint?: Blueprint;
  readonly written?: WrittenGraph;
  readonly graph?: Graph;
  readonly template?: Template;
  /** The template as JSON. */
  readonly text?: string;
  /** For each logical resource, where the blueprint speaks of it. */
  readonly places?: ReadonlyMap<string, Place>;
  /** For each logical resource that exists already, what identifies it. */
  readonly imports?: ReadonlyMap<string, JsonMap>;
  /** What has to be in the bucket that the parameter `AssetsBucket` names before the template is deployed. */
  readonly assets?: readonly Asset[];
}

/** The types that a blueprint in a folder can use. */
export function typesIn(
  folder: string,
  options: CompileOptions,
  report: Report,
  specifications: Specifications = new Specifications(),
): Types {
  const source = typeFolders([join(folder, 'components'), ...(options.components ?? [])]);
  const inspector = verify(templateSchema, specifications, report);
  return new Types(source, report, includer(folder, report), inspector);
}

/**
 * Compiles a blueprint: the files that are one, and the folder that their components and included files are in. Never
 * throws for a bad blueprint; what is wrong is in the diagnostics.
 *
 * @param known The types of that folder, where they have been read before.
 */
export function compile(
  files: readonly SourceFile[],
  options: CompileOptions,
  folder: string,
  known?: Types,
): Compilation {
  const silence = new Silence();
  const diagnostics = new Diagnostics(options.strict === true, silence);
  const { report } = diagnostics;
  const include = includer(folder, report);
  const specifications = new Specifications();
  const types = known ?? typesIn(folder, options, report, specifications);

  const document = files.map(({ file, text }) => parse(file, text, report));
  if (diagnostics.failed) return result(diagnostics, { document });
  const blueprint = check(document, {
    report,
    types,
    specifications,
    include,
    schema: blueprintSchema(),
  });
  const usable = !diagnostics.failed;
  if (blueprint !== undefined) checkResources(blueprint, specifications, report);
  if (!usable || blueprint === undefined) return result(diagnostics, { document });
  // What properties get wrong keeps nothing else from being looked at.
  const errors = diagnostics.count('error');
  const fine = () => diagnostics.count('error') === errors;
  const { logical: expanded, written } = expand(blueprint, types, report);
  if (!fine()) return result(diagnostics, { document, blueprint, written });
  const assets = [...include.packed(), ...types.packed];
  const logical = assets.length === 0 ? expanded : withBucket(expanded, blueprint.place);
  const graph = link(logical, report);
  const imports = importsOf(logical.resources, specifications, report);
  checkImported(logical.resources, importing(blueprint), report);
  lintProtected(blueprint.protect, graph.nodes, report);
  if (fine()) lint(logical, graph, specifications, report);
  else lintReferences(logical, specifications, report);
  if (fine()) reportUnused(silence.unused(document), report);
  const template = emit(logical, graph);
  const text = toJson(template);
  checkSize(text, () => toJson(template, { minify: true }), blueprint.place, report);
  const places = new Map(logical.resources.map(({ id, place }) => [id, place]));
  return result(diagnostics, { document, blueprint, written, graph, template, text, places, imports, assets });
}

/** Where it is said of one resource that it exists already. */
function importing({ resources }: Blueprint): readonly Place[] {
  return resources.flatMap(({ settings, forEach, place }) =>
    settings.has('import') && forEach === undefined ? [place] : [],
  );
}

type Made = Omit<Compilation, 'diagnostics' | 'sources' | 'failed'>;

function result(diagnostics: Diagnostics, made: Made): Compilation {
  const { sorted, failed, sources } = diagnostics;
  const { template, text, ...rest } = made;
  const done = failed || template === undefined || text === undefined ? rest : { ...rest, template, text };
  return { diagnostics: sorted, sources, failed, ...done };
}
