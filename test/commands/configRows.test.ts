import { expect } from 'chai';
import { configRows } from '../../compiler/commands/configRows.js';

const kinds: readonly (readonly [Record<string, unknown>, string])[] = [
  [{ type: 'string' }, 'text'],
  [{ type: ['integer', 'null'] }, 'whole number or null'],
  [{ type: 'string', format: 'ports' }, 'ports'],
  [{ enum: ['a', 2] }, '"a" or 2'],
  [{ anyOf: [{ type: 'string' }, { type: 'boolean' }, { type: 'string' }] }, 'text or boolean'],
  [{ type: 'array', items: { $ref: '#/definitions/word' } }, 'list of text'],
  [{ $ref: '#/definitions/word' }, 'text'],
  [{ offers: 'origin' }, 'a thing that offers origin'],
  [{ type: 'object', resource: 'shelf' }, 'config of a shelf'],
  [{ aliasOf: 'other' }, 'another name for other'],
  [{}, 'anything'],
];

describe('configRows', () => {
  for (const [property, kind] of kinds) {
    it(`calls ${JSON.stringify(property)} ${kind}`, () => {
      const schema = { properties: { key: property }, definitions: { word: { type: 'string' } } };
      expect(configRows(schema).map((row) => row.kind)).to.deep.equal([kind]);
    });
  }

  it('lists the keys inside keys behind them', () => {
    const rule = { required: ['to'], properties: { to: { type: 'string', description: 'Where.' } } };
    const schema = {
      properties: { map: rule, list: { type: 'array', items: { $ref: '#/definitions/rule' } } },
      definitions: { rule },
    };
    expect(configRows(schema).map(({ path, required }) => [path, required])).to.deep.equal([
      ['map', false],
      ['map.to', true],
      ['list', false],
      ['list[].to', true],
    ]);
  });

  for (const [given, shown] of [
    [5, 5],
    [['a'], ['a']],
    ['$network', undefined],
    ['${{ id }} x', undefined],
    [['$a'], undefined],
  ]) {
    it(`shows the default ${JSON.stringify(given)} as ${JSON.stringify(shown)}`, () => {
      expect(configRows({ properties: { key: { default: given } } })[0]?.default).to.deep.equal(shown);
    });
  }

  it('ends where a schema contains itself', () => {
    const schema = { properties: { child: { $ref: '#' } } };
    expect(configRows(schema).map(({ path }) => path)).to.deep.equal([
      'child',
      'child.child',
      'child.child.child',
      'child.child.child.child',
    ]);
  });
});
