import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect } from 'chai';
import { parse } from 'yaml';
import { schema } from '../../../compiler/commands/schema.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

function blueprintsIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter(
    (name) => /\.(ya?ml|json)$/.test(name) && !name.endsWith('.template.json'),
  );
  return names.map((name) => join(folder, name));
}

const types = readdirSync(join(root, 'schemas')).flatMap((type) => blueprintsIn(`schemas/${type}/examples`));

describe('the schema for editors finds nothing wrong in', () => {
  let validate: ValidateFunction;

  before(async () => {
    const components = ['blueprints/components']
      .map((folder) => join(root, folder))
      .filter((folder) => existsSync(folder));
    const { output } = await schema({ components, output: undefined });
    validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(output));
  });

  for (const file of [...blueprintsIn('blueprints'), ...types]) {
    it(file, () => {
      // An editor reads tags that it does not know as what stands behind them.
      const blueprint = parse(readFileSync(join(root, file), 'utf8'), { logLevel: 'silent' });
      expect(validate(blueprint), JSON.stringify(validate.errors, undefined, 1)).to.equal(true);
    });
  }
});
