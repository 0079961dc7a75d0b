import { adopt } from '../../compiler/adopt/adopt.js';
import { type Compilation, compile } from '../../compiler/compile.js';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';

/** The blueprint of a template; fails where there is none. */
export function adopted(template: string, exact = false): string {
  const found = new Diagnostics();
  const text = adopt('template', template, { exact }, found.report);
  if (text === undefined) throw new Error(found.sorted.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return text;
}

/** What is said of a text that is no template. */
export function refused(template: string): readonly string[] {
  const found = new Diagnostics();
  if (adopt('template', template, {}, found.report) !== undefined) throw new Error('It was adopted.');
  return found.sorted.map(({ code, message, span }) => `${span.start.line}:${span.start.column} ${code} ${message}`);
}

/** What a blueprint compiles to; the messages where it does not. */
export function compiled(blueprint: string): unknown {
  const { text, diagnostics }: Compilation = compile([{ file: 'blueprint.yaml', text: blueprint }], {}, '/nowhere');
  return text === undefined
    ? diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`)
    : JSON.parse(text);
}
