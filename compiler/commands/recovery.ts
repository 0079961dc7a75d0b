import type { Tools } from '../adopt/types/recover.js';
import { type CompileOptions, compile, typesIn } from '../compile.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';

/** What is needed to find the types of a project in a template: they, read once, and the compiler. */
export function recovery(folder: string, options: CompileOptions): Tools {
  const types = typesIn(folder, options, new Diagnostics().report);
  return {
    types,
    compile: (text) => {
      const { diagnostics, template } = compile([{ file: 'adopted', text }], options, folder, types);
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ span }) => span.start.line);
      return template === undefined ? { errors } : { template, errors };
    },
  };
}
