import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Compilation, compile } from '../../../compiler/compile.js';

/** A component's files; a schema that is no text is written as JSON. */
export interface Component {
  readonly schema: unknown;
  readonly template?: string;
}

const BLUEPRINT = 'resources:\n  - { type: thing, id: T }\n';

/** A component in the simplest form that is right. */
export const SOUND: Component = {
  schema: { additionalProperties: false, properties: { size: { type: 'integer' } } },
  template: 'resources:\n  self: { type: "AWS::SQS::Queue", config: { DelaySeconds: $size } }\n',
};

/** Compiles a blueprint with components in a folder of its own. */
export function compiled(components: Readonly<Record<string, Component>>, blueprint = BLUEPRINT): Compilation {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-component-'));
  try {
    for (const [name, { schema, template }] of Object.entries(components)) {
      write(
        join(folder, 'components', name, 'schema.json'),
        typeof schema === 'string' ? schema : JSON.stringify(schema),
      );
      if (template !== undefined) write(join(folder, 'components', name, 'template.yaml'), template);
    }
    return compile([{ file: 'blueprint.yaml', text: blueprint }], {}, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What is found, as `file code "the text that it is about"`, sorted by place. */
export function found({ diagnostics, sources }: Compilation): readonly string[] {
  return diagnostics.map(({ file, code, span }) => {
    const text = (sources.get(file) ?? '').slice(span.start.offset, span.end.offset);
    const name = file.split('/').slice(-2).join('/');
    return `${name.replace('thing/', '')} ${code} ${text.length > 40 ? '…' : text}`;
  });
}

/** What is found in the component `thing`. */
export function foundIn(component: Partial<Component>): readonly string[] {
  return found(compiled({ thing: { ...SOUND, ...component } }));
}
