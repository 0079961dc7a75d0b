import { basename } from 'node:path';
import type { Tools } from '../adopt/types/recover.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import { projectFolder } from '../source/files.js';
import { destination, type Product } from './destination.js';
import { filesOf, type InputFile } from './inputs.js';
import { type Outcome, outcome } from './outcome.js';

export interface AdoptCommandOptions {
  /** Files, folders of them, or `-`. */
  readonly templates: readonly string[];
  /** A file, a folder for several templates, or `-`. */
  readonly output: string | undefined;
  /** Whether CloudFormation's functions stay as they are. */
  readonly exact: boolean;
  /** Whether resources that a type gives become that type. */
  readonly types: boolean;
  /** Folders of components, beside the template's own `components`. */
  readonly components: readonly string[];
}

/** `jiml adopt`: for each template a blueprint that compiles to it. What is no template is reported, and the rest is done. */
export async function adopt(options: AdoptCommandOptions): Promise<Outcome> {
  const { templates, output, exact, types, components } = options;
  const files = [...new Set(templates)].flatMap((path) => filesOf(path).map((file) => ({ ...file, path })));
  const tools = types ? await toolMaker(components) : () => undefined;
  const { adopt: adoptText } = await import('../adopt/adopt.js');
  const diagnostics = new Diagnostics();
  const products = files.flatMap((file): Product[] => {
    const text = adoptText(file.file, file.text, { exact, ...tools(file.path) }, diagnostics.report);
    return text === undefined ? [] : [{ name: nameOf(file), from: [file.file], text }];
  });
  return outcome({
    diagnostics: diagnostics.sorted,
    sources: diagnostics.sources,
    failed: diagnostics.failed,
    ...(products.length === 0 ? {} : destination(products, folderFor(files, output))),
  });
}

/** For the path of a template: what finds types in the place of resources. */
async function toolMaker(components: readonly string[]): Promise<(path: string) => { readonly tools: Tools }> {
  const { recovery } = await import('./recovery.js');
  return (path) => ({ tools: recovery(projectFolder(path), { components }) });
}

/** Several templates need a folder, even if only one of them could be adopted. */
function folderFor(files: readonly InputFile[], output: string | undefined): string | undefined {
  return files.length > 1 && output !== undefined && output !== '-' ? `${output}/` : output;
}

function nameOf({ file }: InputFile): string {
  return file === '-' ? 'blueprint.yaml' : `${basename(file).replace(/\.(ya?ml|json|template)$/i, '')}.yaml`;
}
