import { compile, type Diagnostic } from '../../compiler/compile.js';

/** What compiling a blueprint finds. */
export function diagnosticsOf(text: string, strict = false): readonly Diagnostic[] {
  return compile([{ file: 'x.yaml', text }], { strict }, '/nowhere').diagnostics;
}

/** `code: what the author sees marked` of each finding, in the order of the text. */
export function findings(text: string): readonly string[] {
  return diagnosticsOf(text).map(({ code, span }) => `${code}: ${text.slice(span.start.offset, span.end.offset)}`);
}

/** A blueprint of resources, each `Id: { type: …, config: … }` in YAML's flow form or JSON. */
export function blueprint(resources: Readonly<Record<string, object>>, rest: object = {}): string {
  const list = Object.entries(resources).map(([id, resource]) => ({ id, ...resource }));
  return JSON.stringify({ ...rest, resources: list });
}

export function resource(type: string, config?: object, rest: object = {}): object {
  return { type, ...rest, ...(config && { config }) };
}
