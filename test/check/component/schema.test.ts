import { expect } from 'chai';
import { compiled, foundIn, SOUND } from './project.js';

/** A schema with the key `size`, which the template uses, and whatever else. */
function withKeys(properties: object, more: object = {}): unknown {
  return { additionalProperties: false, properties: { size: { type: 'integer' }, ...properties }, ...more };
}

describe("a component's schema.json", () => {
  it('that is right is not spoken of', () => {
    expect(foundIn({})).to.deep.equal([]);
    expect(
      foundIn({ schema: { $schema: 'http://json-schema.org/draft-07/schema#', ...(SOUND.schema as object) } }),
    ).to.deep.equal([]);
  });

  const table: [string, object, object, string][] = [
    ['a type that there is not', { size: { type: 'intger' } }, {}, 'bad-schema "intger"'],
    ['a pattern that is none', { size: { pattern: '(' } }, {}, 'bad-schema "("'],
    ['a pattern as a name', { size: { patternProperties: { '[': {} } } }, {}, 'bad-schema "["'],
    ['a property that is no schema', { size: 5 }, {}, 'bad-schema 5'],
    ['a negative length', { size: { minLength: -1 } }, {}, 'bad-schema -1'],
    ['required that is no list', {}, { required: 'size' }, 'bad-schema "size"'],
    ['required that is no key', {}, { required: ['sise'] }, 'bad-schema "sise"'],
    ['another draft', {}, { $schema: 'https://json-schema.org/draft/2020-12/schema' }, 'bad-schema …'],
    ['a reference that leads nowhere', { size: { $ref: '#/definitions/x' } }, {}, 'bad-schema "#/definitions/x"'],
    ['a reference to an anchor', { size: { $ref: '#x' } }, {}, 'bad-schema "#x"'],
    ['a reference to a file', { size: { $ref: 'x.json' } }, {}, 'bad-schema "x.json"'],
    ['offers that is no text', { size: { offers: true } }, {}, 'bad-schema true'],
    ['collected that is not true', { size: { type: 'array', collected: 'yes' } }, {}, 'bad-schema "yes"'],
    ['collected on no list', { size: { collected: true } }, {}, 'bad-schema true'],
    ['resource of no type', { size: { resource: 'sever' } }, {}, 'unknown-type "sever"'],
    ['resource of the whole', {}, { resource: 'server' }, 'bad-schema "resource"'],
    ['aliasOf no key', { other: { aliasOf: 'sise' } }, {}, 'bad-schema "sise"'],
    ['aliasOf another alias', { a: { aliasOf: 'b' }, b: { aliasOf: 'size' } }, {}, 'bad-schema "b"'],
    ['identifiedBy no key', {}, { identifiedBy: 'nam' }, 'bad-schema "nam"'],
    ['a format that there is not', { size: { format: 'durations' } }, {}, 'bad-schema "durations"'],
    ['a default with an unknown name', { size: { default: '$sise' } }, {}, 'unknown-name sise'],
    ['a nested default with one', { size: { items: { default: 'a ${{ sise }}' } } }, {}, 'unknown-name sise'],
    ['a key called like a word', { id: {} }, {}, 'name-clash "id"'],
    ['a key that cannot be written', { 'a b': {} }, {}, 'bad-text "a b"'],
    ['a key that is never used', { other: {} }, {}, 'unused-config "other"'],
  ];
  for (const [name, properties, more, expected] of table) {
    it(`${name}: ${expected}`, () => {
      expect(foundIn({ schema: withKeys(properties, more) })).to.deep.equal([`schema.json ${expected}`]);
    });
  }

  it("knows JSON Schema's own formats, and the language's", () => {
    for (const format of ['email', 'date-time', 'duration', 'cidr', 'script']) {
      expect(foundIn({ schema: withKeys({ size: { format } }) })).to.deep.equal([]);
    }
  });

  it('suggests what was meant', () => {
    const { diagnostics } = compiled({ thing: { ...SOUND, schema: withKeys({ size: { type: 'intger' } }) } });
    expect(diagnostics[0]?.hint).to.equal('Did you mean "integer"?');
  });

  it('says a key twice', () => {
    const schema = '{ "properties": { "size": {}, "size": {} } }';
    expect(foundIn({ schema })).to.deep.equal(['schema.json duplicate-key "size"']);
  });

  it('needs no template when it is another name, for something else', () => {
    const blueprint = 'resources:\n  - { type: box, id: B, config: { size: 5 } }\n';
    const { failed, text } = compiled({ thing: SOUND, box: { schema: { aliasOf: 'thing' } } }, blueprint);
    expect(failed).to.equal(false);
    expect(text).to.include('"DelaySeconds": 5');
    expect(foundIn({ schema: { aliasOf: 'thinf' } })).to.deep.equal(['schema.json unknown-type "thinf"']);
    expect(foundIn({ schema: { aliasOf: 'thing' } })).to.deep.equal(['schema.json component-in-itself "thing"']);
  });
});
