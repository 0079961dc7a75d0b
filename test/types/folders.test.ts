import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { blueprintsIn, compiled, root, typeFolders } from './compiled.js';

interface Schema {
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly aliasOf?: string;
}

/** The paths of everything in a schema that says too little. */
function lacking(schema: Schema, path: string, all: Schema): readonly string[] {
  const target = schema.$ref === undefined ? schema : all.definitions?.[schema.$ref.replace('#/definitions/', '')];
  if (target === undefined) return [`${path} leads nowhere`];
  const properties = Object.entries(target.properties ?? {});
  return [
    ...(properties.length > 0 && target.additionalProperties !== false ? [`${path} takes any key`] : []),
    ...properties.flatMap(([key, inner]) => lackingProperty(inner, `${path}.${key}`, all)),
    ...(target.items === undefined ? [] : lacking(target.items, `${path}[]`, all)),
  ];
}

function lackingProperty(schema: Schema, path: string, all: Schema): readonly string[] {
  const said = schema.description ?? all.definitions?.[schema.$ref?.replace('#/definitions/', '') ?? '']?.description;
  const mute = said === undefined && schema.aliasOf === undefined ? [`${path} has no description`] : [];
  return [...mute, ...lacking(schema, path, all)];
}

for (const folder of [...typeFolders('schemas'), ...typeFolders('blueprints/components')]) {
  describe(folder, () => {
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8');
    const schema: Schema = JSON.parse(readFileSync(join(root, folder, 'schema.json'), 'utf8'));
    const template = parse(readFileSync(join(root, folder, 'template.yaml'), 'utf8'), { logLevel: 'silent' });

    it('describes itself and every key, and takes no others', () => {
      expect(schema.description).to.be.a('string').that.matches(/\.$/);
      expect(lacking(schema, 'config', schema)).to.deep.equal([]);
    });

    it('says in its README what each of its attributes is', () => {
      const described = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
      expect(described).to.have.members(Object.keys(template.attributes));
    });

    it('has an example in its README that compiles, and examples of its own', () => {
      const example = /## Example\n\n```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
      expect(compiled(example).messages).to.deep.equal([]);
      expect(blueprintsIn(`${folder}/examples`)).not.to.be.empty;
    });
  });
}

describe('virtualmachine', () => {
  it('is another name for server', () => {
    const text = (type: string) => `resources:\n  - { type: ${type}, id: One, config: { cpu: 4 } }\n`;
    expect(compiled(text('virtualmachine')).text)
      .to.equal(compiled(text('server')).text)
      .and.not.to.equal('');
  });
});
