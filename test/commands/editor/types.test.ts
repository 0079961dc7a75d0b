import { Ajv } from 'ajv';
import { expect } from 'chai';
import { typeEntries } from '../../../compiler/commands/folders.js';
import { schema } from '../../../compiler/commands/schema.js';

describe('jiml schema', () => {
  it('has all built-in types, and says so as a valid schema', async () => {
    const { output } = await schema({ components: [], output: undefined });
    const composed = JSON.parse(output);
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
    expect(ajv.validateSchema(composed), ajv.errorsText()).to.equal(true);
    ajv.compile(composed);
    const listed = composed.definitions.resource.properties.type.anyOf.flatMap(
      (one: { const?: string }) => one.const ?? [],
    );
    expect(listed)
      .to.deep.equal([...typeEntries([]).keys()])
      .and.include('server');
  });

  it('says of every key of every type what it is for', async () => {
    const { definitions } = JSON.parse((await schema({ components: [], output: undefined })).output);
    for (const [name, { properties }] of Object.entries<{ properties?: Record<string, { description?: string }> }>(
      definitions,
    )) {
      if (!name.startsWith('config:')) continue;
      for (const [key, { description }] of Object.entries(properties ?? {}))
        expect(description, `${name} ${key}`).to.be.a('string');
    }
  });
});
