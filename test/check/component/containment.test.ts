import { expect } from 'chai';
import { type Component, compiled, found } from './project.js';

/** Components that are nothing but parts of other types. */
function of(parts: Readonly<Record<string, readonly string[]>>): Record<string, Component> {
  const components = Object.entries(parts).map(([name, types]): [string, Component] => {
    const parts = types.length === 0 ? ['A::B::C'] : types;
    const lines = parts.map((type, index) => `  P${index}: { type: ${type} }\n`).join('');
    return [name, { schema: {}, template: `resources:\n${lines}` }];
  });
  return Object.fromEntries(components);
}

describe('a component that contains itself', () => {
  const table: [string, Record<string, string[]>, string[]][] = [
    ['directly', { thing: ['thing'] }, ['template.yaml component-in-itself thing']],
    ['through another', { thing: ['other'], other: ['thing'] }, ['template.yaml component-in-itself other']],
    ['further down', { thing: ['a'], a: ['b'], b: ['c', 'a'], c: [] }, ['a/template.yaml component-in-itself b']],
    [
      'through two ways',
      { thing: ['a', 'b'], a: ['thing'], b: ['thing'] },
      ['template.yaml component-in-itself a', 'template.yaml component-in-itself b'],
    ],
    ['not at all', { thing: ['a', 'b', 'a'], a: ['b'], b: [] }, []],
  ];
  for (const [name, parts, expected] of table) {
    it(`${name}: ${expected.length} found`, () => {
      expect(found(compiled(of(parts)))).to.deep.equal(expected);
    });
  }

  it('is shown as a walk', () => {
    const { diagnostics } = compiled(of({ thing: ['a'], a: ['b'], b: ['thing'] }));
    expect(diagnostics[0]?.related.map(({ message }) => message)).to.deep.equal([
      '"a" contains "b".',
      '"b" contains "thing".',
    ]);
  });

  it('is found where it takes the place of a built-in type', () => {
    expect(found(compiled({ ...of({ thing: ['subnet'], subnet: ['network'] }) }))).to.include(
      'subnet/template.yaml component-in-itself network',
    );
  });

  it('by another name is found', () => {
    const components = { ...of({ thing: ['alias'] }), alias: { schema: { aliasOf: 'thing' } } };
    expect(found(compiled(components))).to.deep.equal(['template.yaml component-in-itself alias']);
  });

  it('as names that stand for each other is found', () => {
    const components = { thing: { schema: { aliasOf: 'other' } }, other: { schema: { aliasOf: 'thing' } } };
    expect(found(compiled(components))).to.deep.equal(['other/schema.json component-in-itself "thing"']);
  });

  it('would be too deep when it goes on for ever', () => {
    const names = Array.from({ length: 300 }, (_, index) => (index === 0 ? 'thing' : `c${index}`));
    const chain = Object.fromEntries(names.map((name, index) => [name, names.slice(index + 1, index + 2)]));
    const codes = new Set(compiled(of(chain)).diagnostics.map(({ code }) => code));
    expect([...codes]).to.deep.equal(['too-deep']);
  });
});
