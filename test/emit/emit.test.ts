import { expect } from 'chai';
import { emit, toJson } from '../../compiler/emit/emit.js';
import { spell } from '../../compiler/emit/references.js';
import type { Logical } from '../../compiler/template/logical.js';
import { mapOf } from '../../compiler/template/value.js';
import { logical, resource, value } from '../template/stub.js';

function emitted(content: Logical) {
  const nodes = content.resources.map(({ id }) => id);
  return emit(content, { nodes, edges: [] });
}

describe('spell', () => {
  const table: [string, unknown, unknown][] = [
    ['a reference', { $ref: 'A' }, { Ref: 'A' }],
    ['an attribute', { $ref: 'A.Endpoint.Port' }, { 'Fn::GetAtt': ['A', 'Endpoint.Port'] }],
    ['a function', { $call: ['Fn::Base64', { $ref: 'A' }] }, { 'Fn::Base64': { Ref: 'A' } }],
    ['a text of text', { $text: ['a', 'b', 1, true] }, 'ab1true'],
    ['an empty text', { $text: ['', { $text: [] }] }, ''],
    ['a text of one reference', { $text: ['', { $ref: 'A' }] }, { Ref: 'A' }],
    [
      'neighbouring texts',
      { $text: ['a', 'b', { $ref: 'A' }, 'c', '', 'd'] },
      { 'Fn::Join': ['', ['ab', { Ref: 'A' }, 'cd']] },
    ],
    [
      'nested texts',
      { $text: ['a', { $text: ['b', { $ref: 'A' }, 'c'] }, 'd'] },
      { 'Fn::Join': ['', ['ab', { Ref: 'A' }, 'cd']] },
    ],
    [
      'a nested join without a delimiter',
      { $text: ['a', { $call: ['Fn::Join', ['', ['b', { $ref: 'A' }]]] }] },
      { 'Fn::Join': ['', ['ab', { Ref: 'A' }]] },
    ],
    [
      'a nested join with a delimiter',
      { $text: ['a', { $call: ['Fn::Join', ['-', ['b', { $ref: 'A' }]]] }] },
      { 'Fn::Join': ['', ['a', { 'Fn::Join': ['-', ['b', { Ref: 'A' }]] }]] },
    ],
    ['a pasted join', { $call: ['Fn::Join', ['', ['a', 'b']]] }, { 'Fn::Join': ['', ['a', 'b']] }],
    ['the keys of a map', { b: 1, a: { d: null, c: [2, 1] } }, { a: { c: [2, 1], d: null }, b: 1 }],
  ];
  for (const [what, from, to] of table) {
    it(`writes ${what}`, () => expect(JSON.stringify(spell(value(from)))).to.equal(JSON.stringify(to)));
  }

  it('keeps a key that is called __proto__', () => {
    expect(JSON.stringify(spell(mapOf([['__proto__', 1]])))).to.equal('{"__proto__":1}');
  });
});

describe('emit', () => {
  it('begins with the format version and leaves empty sections out', () => {
    expect(toJson(emitted(logical([])))).to.equal(
      '{\n  "AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {}\n}\n',
    );
  });

  it('writes sections in their order and what they hold sorted', () => {
    const template = emitted(
      logical([], {
        outputs: { B: { Value: 1 }, A: { Value: 2 } },
        description: 'd',
        parameters: { P: { Type: 'String' } },
        raw: { Zoo: 1, Hooks: {}, Outputs: { AA: { Value: 3 } } },
        transform: 'T',
      }),
    );
    expect(JSON.stringify(template)).to.equal(
      '{"AWSTemplateFormatVersion":"2010-09-09","Description":"d","Transform":"T","Parameters":{"P":{"Type":"String"}},' +
        '"Resources":{},"Outputs":{"A":{"Value":2},"AA":{"Value":3},"B":{"Value":1}},"Hooks":{},"Zoo":1}',
    );
  });

  it('writes resources in the order of the graph, raw ones last', () => {
    const content = logical([resource('A', 'T', {}), resource('B', 'T', {})], {
      raw: { Resources: { A0: { Type: 'T' } } },
    });
    const template = emit(content, { nodes: ['B', 'A'], edges: [] });
    expect(Object.keys(template.Resources)).to.deep.equal(['B', 'A', 'A0']);
  });

  it('writes the attributes of a resource in one order, whatever order they came in', () => {
    const attributes = {
      Metadata: { m: 1 },
      Zebra: 1,
      DeletionPolicy: 'Retain',
      DependsOn: ['C', 'B', 'C'],
      Condition: 'X',
    };
    const template = emitted(logical([resource('A', 'T', { P: 1 }, attributes)]));
    expect(JSON.stringify(template.Resources.A)).to.equal(
      '{"Type":"T","Condition":"X","DependsOn":["B","C"],"DeletionPolicy":"Retain","Metadata":{"m":1},"Zebra":1,"Properties":{"P":1}}',
    );
  });

  const dependencies: [unknown, unknown][] = [
    [['B'], 'B'],
    ['B', 'B'],
    [
      [{ $ref: 'C' }, 'B'],
      ['B', 'C'],
    ],
    [[], undefined],
  ];
  for (const [from, to] of dependencies) {
    it(`writes DependsOn ${JSON.stringify(from)} as ${JSON.stringify(to)}`, () => {
      const template = emitted(logical([resource('A', 'T', {}, { DependsOn: from })]));
      expect(template.Resources.A).to.have.property('Type', 'T');
      expect((template.Resources.A as { DependsOn?: unknown }).DependsOn).to.deep.equal(to);
    });
  }

  it('can do without white space', () => {
    expect(toJson(emitted(logical([])), { minify: true })).to.equal(
      '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{}}\n',
    );
  });
});
