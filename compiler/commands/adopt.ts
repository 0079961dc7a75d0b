import { basename } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostic.js';
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
}

/** `jiml adopt`: for each template a blueprint that compiles to it. What is no template is reported, and the rest is done. */
export async function adopt({ templates, output, exact }: AdoptCommandOptions): Promise<Outcome> {
  const files = [...new Set(templates)].flatMap(filesOf);
  const { adopt: adoptText } = await import('../adopt/adopt.js');
  const diagnostics = new Diagnostics();
  const products = files.flatMap((file): Product[] => {
    const text = adoptText(file.file, file.text, { exact }, diagnostics.report);
    return text === undefined ? [] : [{ name: nameOf(file), from: [file.file], text }];
  });
  return outcome({
    diagnostics: diagnostics.sorted,
    sources: diagnostics.sources,
    failed: diagnostics.failed,
    ...(products.length === 0 ? {} : destination(products, folderFor(files, output))),
  });
}

/** Several templates need a folder, even if only one of them could be adopted. */
function folderFor(files: readonly InputFile[], output: string | undefined): string | undefined {
  return files.length > 1 && output !== undefined && output !== '-' ? `${output}/` : output;
}

function nameOf({ file }: InputFile): string {
  return file === '-' ? 'blueprint.yaml' : `${basename(file).replace(/\.(ya?ml|json|template)$/i, '')}.yaml`;
}
