import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { json } from '../../../compiler/diagnostics/render/json.js';
import { sample, spanOf } from './sample.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../../schemas/output/diagnostics.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const span = spanOf('a: b', 'b');

describe('json', () => {
  const rows = {
    nothing: [],
    'a bare finding': [sample(span)],
    'everything that can be said': [
      sample(span, { hint: 'Do so.', related: [{ message: 'there', file: '-', span }], severity: 'note' }),
    ],
  };
  for (const [name, diagnostics] of Object.entries(rows)) {
    it(`prints ${name} as its schema says`, () => {
      const printed = JSON.parse(json(diagnostics));
      expect(validate(printed), JSON.stringify(validate.errors)).to.equal(true);
      expect(printed).to.deep.equal({ version: 1, diagnostics });
    });
  }

  it('has a schema that refuses what is not one', () => {
    const unnamed = { ...sample(span), code: 'Not A Code' };
    expect(validate({ version: 1, diagnostics: [unnamed] })).to.equal(false);
  });
});
