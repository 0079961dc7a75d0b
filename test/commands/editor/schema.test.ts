import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { editorSchema } from '../../../compiler/commands/editor/schema.js';
import type { Schema } from '../../../compiler/types/schema.js';

const language: Schema = JSON.parse(
  readFileSync(new URL('../../../../schemas/blueprint.schema.json', import.meta.url), 'utf8'),
);

const types: readonly { readonly name: string; readonly schema: Schema }[] = [
  {
    name: 'vault',
    schema: {
      description: 'Keeps things.',
      type: 'object',
      additionalProperties: false,
      required: ['size'],
      identifiedBy: 'label',
      properties: {
        size: { description: 'How much.', type: 'integer', minimum: 1 },
        label: { description: 'What is on it.', type: 'string', pattern: '^[0-9a-z]+$', default: '${{ id }} label' },
        open: { description: 'Whether it is open.', type: 'boolean', default: false },
        kind: { description: 'Of what.', enum: ['steel', '3.10'] },
        period: { description: 'How long.', type: 'string', format: 'duration' },
        rules: { description: 'Who.', type: 'array', collected: true, items: { $ref: '#/definitions/rule' } },
        amount: { description: 'Either.', oneOf: [{ type: 'string', pattern: '^all$' }, { type: 'number' }] },
      },
      definitions: { rule: { type: 'object', additionalProperties: false, properties: { port: { type: 'integer' } } } },
    },
  },
  { name: 'safe', schema: { aliasOf: 'vault' } },
  {
    name: 'house',
    schema: {
      description: 'Has vaults.',
      type: 'object',
      additionalProperties: false,
      required: ['vault'],
      properties: {
        vault: { description: 'The vault.', type: 'object', resource: 'vault' },
        safe: { description: 'Another name for vault.', aliasOf: 'vault' },
        door: { description: 'The way in.', offers: 'door' },
      },
    },
  },
];

const schema = editorSchema(language, types);
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

function accepts(type: string, config: unknown): boolean {
  return validate({ resources: [{ type, id: 'It', config }] });
}

describe('the schema for editors', () => {
  it('is a schema of draft-07 without keywords of our own', () => {
    expect(schema.$schema).to.equal('http://json-schema.org/draft-07/schema#');
    expect(new Ajv({ strict: true, strictTypes: false, strictRequired: false }).validateSchema(schema)).to.equal(true);
  });

  const fine: readonly (readonly [string, string, unknown])[] = [
    ['plain values', 'vault', { size: 3, label: 'abc', open: true, kind: 'steel', period: '30s' }],
    ['a reference', 'vault', { size: '$Size', open: '$Open', kind: '$Kind', amount: '$Amount' }],
    ['an attribute in a text', 'vault', { size: 1, label: 'a ${{ DB.endpoint }} b' }],
    ['a function', 'vault', { size: { 'Fn::Select': [0, [1]] }, rules: { 'Fn::Split': [',', 'a'] } }],
    ['a function inside a list', 'vault', { size: 1, rules: ['$Rule', { Ref: 'Rule' }, { port: { Ref: 'Port' } }] }],
    ['what an editor sees of !Join and !Select', 'vault', { size: [0, [1]], label: ['-', ['a', '$B']] }],
    ["CloudFormation's texts for numbers and booleans", 'vault', { size: '3', open: 'true' }],
    ['texts that an editor reads as numbers', 'vault', { size: 1, label: 12345, kind: 3.1 }],
    ['either of two alternatives', 'vault', { size: 1, amount: 5 }],
    ['a type under its other name', 'safe', { size: 1 }],
    ['a nested resource that waits', 'house', { vault: { size: 1, waitFor: '$DB' } }],
    ['a key under its other name', 'house', { safe: { size: 1 }, door: '$Door' }],
    ['a type of CloudFormation', 'AWS::SQS::Queue', { Anything: 1 }],
  ];
  for (const [name, type, config] of fine) {
    it(`accepts ${name}`, () => expect(accepts(type, config), JSON.stringify(validate.errors)).to.equal(true));
  }

  const wrong: readonly (readonly [string, string, unknown])[] = [
    ['an unknown type', 'vualt', {}],
    ['an unknown key', 'vault', { size: 1, labl: 'a' }],
    ['a missing key', 'vault', {}],
    ['a wrong kind of value', 'vault', { size: 'much' }],
    ['a wrong item of a list', 'vault', { size: 1, rules: [5] }],
    ['a wrong word', 'vault', { size: 1, kind: 'wood' }],
    ['an unknown key in a definition', 'vault', { size: 1, rules: [{ prt: 1 }] }],
    ['an unknown key under the other name of a type', 'safe', { size: 1, labl: 'a' }],
    ['an unknown key of a nested resource', 'house', { vault: { size: 1, labl: 'a' } }],
    ['a key missing under both of its names', 'house', {}],
    ['a function among other keys', 'vault', { size: { Ref: 'A', x: 1 } }],
  ];
  for (const [name, type, config] of wrong) {
    it(`refuses ${name}`, () => expect(accepts(type, config)).to.equal(false));
  }

  it('says what every key and type is for', () => {
    const definitions = schema.definitions as Record<string, { properties: Record<string, Schema> }>;
    expect(definitions['config:vault']?.properties.size?.description).to.equal('How much.');
    expect(definitions['nested:vault']?.properties.open).to.include({
      description: 'Whether it is open.',
      default: false,
    });
    expect(definitions.resource?.properties.type?.anyOf).to.deep.include({
      const: 'vault',
      description: 'Keeps things.',
    });
  });

  it('does not offer an expression as a default', () => {
    expect(JSON.stringify(schema)).not.to.include('${{ id }}');
  });

  it('accepts values in outputs and tags', () => {
    const outputs = {
      a: '$Q.Arn',
      b: { 'Fn::GetAtt': ['Q', 'Arn'] },
      c: { value: { Ref: 'Q' }, description: 'What.' },
    };
    expect(validate({ resources: [], outputs, tags: { owner: '$Owner' } }), JSON.stringify(validate.errors)).to.equal(
      true,
    );
    expect(validate({ resources: [], outputs: { a: { valu: 1 } } })).to.equal(false);
  });
});
