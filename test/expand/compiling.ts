import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Compilation, compile } from '../../compiler/compile.js';

/** Files by path: components (`components/jobs/schema.json`) and files that a blueprint includes. */
export type Files = Readonly<Record<string, string>>;

/** A component: the properties of its schema (an object), and its template. */
export function component(name: string, properties: object, template: string): Files {
  const schema = 'properties' in properties ? properties : { type: 'object', additionalProperties: false, properties };
  return {
    [`components/${name}/schema.json`]: JSON.stringify(schema),
    [`components/${name}/template.yaml`]: template,
  };
}

/** Compiles texts (called `a.yaml`, `b.yaml` …) in a folder of their own. */
export function compiled(blueprint: string | readonly string[], files: Files = {}): Compilation {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const texts = typeof blueprint === 'string' ? [blueprint] : blueprint;
    const sources = texts.map((text, index) => ({ file: `${String.fromCharCode(97 + index)}.yaml`, text }));
    return compile(sources, {}, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is found, each as `line:column code message (hint)`, in the order of the places. */
export function found(blueprint: string | readonly string[], files: Files = {}): readonly string[] {
  return compiled(blueprint, files).diagnostics.map(({ file, span, code, message, hint }) => {
    const where = `${file === 'a.yaml' ? '' : `${file}:`}${span.start.line}:${span.start.column}`;
    return `${where} ${code} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
}

/** The template as plain JSON. @throws where there is none, with what was found. */
// biome-ignore lint/suspicious/noExplicitAny: templates are looked into by path
export function template(blueprint: string | readonly string[], files: Files = {}): any {
  const { text, diagnostics } = compiled(blueprint, files);
  if (text === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return JSON.parse(text);
}

/** A blueprint with one raw resource, `Thing`, whose property `P` is given (as YAML on one line). */
export function withProperty(value: string, rest = ''): string {
  return `resources:\n  - { type: AWS::S3::Bucket, id: Bucket }\n  - type: Our::X::Y\n    id: Thing\n    config:\n      P: ${value}\n${rest}`;
}

/** What a value becomes as a property of a raw resource. */
export function property(value: string, rest = '', files: Files = {}): unknown {
  return template(withProperty(value, rest), files).Resources.Thing.Properties?.P;
}
