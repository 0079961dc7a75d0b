import { linting } from '../../../compiler/diagnostics/catalogue/linting.js';
import { found } from '../../expand/compiling.js';

/** What is found in a blueprint but what looking at the whole of it finds: `line:column code message (hint)`. */
export function findings(blueprint: string): readonly string[] {
  return found(blueprint).filter((finding) => !Object.hasOwn(linting, finding.split(' ')[1] ?? ''));
}

/** A blueprint with a resource `X` of a type; its config (lines, without indentation) begins in line 5, column 7. */
export function resource(type: string, config: string, more = ''): string {
  const lines = config.split('\n').map((line) => `      ${line}\n`);
  return `resources:\n  - id: X\n    type: ${type}\n    config:\n${lines.join('')}${more}`;
}
