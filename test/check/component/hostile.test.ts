import { expect } from 'chai';
import { compiled, found, foundIn, SOUND } from './project.js';

/** A text of so many lists, one in the other. */
function nested(depth: number, open: string, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

describe('a hostile component', () => {
  const schemas: [string, string, string][] = [
    ['a schema that is a list', '[]', 'schema-not-json'],
    ['a schema that is nothing', 'null', 'schema-not-json'],
    ['a schema that is empty', '', 'schema-not-json'],
    ['a schema that is YAML', 'type: object', 'schema-not-json'],
    ['a schema that is cut off', '{"properties": {', 'schema-not-json'],
    ['a schema of 100 levels', nested(100, '{"not":', '}').replace(':}', ':{}}'), 'bad-schema'],
    ['a schema of 100,000 lists', `{"default":${nested(100_000, '[', ']')}}`, 'bad-schema'],
    ['a schema that is itself', '{"$ref":"#"}', 'bad-schema'],
    [
      'a schema that consists of itself',
      '{"properties":{"size":{"allOf":[{"$ref":"#/properties/size"}]}}}',
      'bad-schema',
    ],
    ['a schema that doubles itself', doubling(), 'bad-schema'],
    ['a schema that grows without end', growing(), 'bad-schema'],
    ['a long chain of references', chained(20_000), 'bad-schema'],
    ['an id twice', '{"$id":"x","properties":{"size":{"$id":"x"}}}', ''],
    [
      'a schema called like another one',
      '{"$id":"http://json-schema.org/draft-07/schema","properties":{"size":{}}}',
      '',
    ],
    ['keys of every object', '{"properties":{"size":{},"__proto__":{"type":"object"}}}', 'bad-text'],
    ['constructor as a key', '{"properties":{"size":{},"constructor":{}}}', 'unused-config'],
    ['constructor as a format', '{"properties":{"size":{"format":"constructor"}}}', 'bad-schema'],
    ['what objects inherit as an alias', '{"properties":{"size":{},"a":{"aliasOf":"toString"}}}', 'bad-schema'],
    [
      'what objects inherit as required',
      '{"additionalProperties":false,"properties":{"size":{}},"required":["toString"]}',
      'bad-schema',
    ],
    ['what objects inherit as a type', '{"properties":{"size":{"resource":"constructor"}}}', 'unknown-type'],
    ['a way out as a type', '{"properties":{"size":{"resource":"../../server"}}}', 'unknown-type'],
  ];
  for (const [name, schema, code] of schemas) {
    it(`${name}: ${code || 'fine'}`, () => {
      const codes = new Set(compiled({ thing: { ...SOUND, schema } }).diagnostics.map((diagnostic) => diagnostic.code));
      expect([...codes]).to.include.members(code === '' ? [] : [code]);
      expect(codes.size === 0).to.equal(code === '');
    });
  }

  const templates: [string, string, string][] = [
    ['nested without end', `values: { a: ${nested(10_000, '[', ']')} }`, 'text-too-deep'],
    ['anchors that blow up', bomb(), 'too-many-aliases'],
    ['an anchor in itself', 'values: &a { b: *a }', 'anchor-in-itself'],
    ['several documents', 'values: {}\n---\nvalues: {}\n', 'several-documents'],
    [
      'names of every object',
      'values: { __proto__: 1, constructor: $size }\nattributes: { __proto__: $constructor }\n',
      'bad-text',
    ],
    ['a name that every object has', 'attributes: { a: $constructor, b: $toString, c: $size }', 'unknown-name'],
    [
      'a type that every object has',
      'resources: { self: { type: constructor }, P: { type: __proto__ } }',
      'unknown-type',
    ],
    ['a type that leads out', 'resources: { self: { type: ../thing }, P: { type: /etc } }', 'unknown-type'],
    ['a section that every object has', 'toString: 1\n', 'unknown-key'],
    [
      'many names that are not there',
      `values:\n${Array.from({ length: 5000 }, (_, index) => `  v${index}: $size${index}\n`).join('')}`,
      'unknown-name',
    ],
  ];
  for (const [name, template, code] of templates) {
    it(`a template with ${name}: ${code}`, () => {
      expect(compiled({ thing: { ...SOUND, template } }).diagnostics.map((diagnostic) => diagnostic.code)).to.include(
        code,
      );
    }).timeout(20_000);
  }

  for (const name of [
    '../thing',
    '..',
    '.',
    '/etc',
    'thing/../thing',
    'thing\\..',
    '__proto__',
    'constructor',
    'Thing',
    'thing ',
    'thing\\0',
  ]) {
    it(`cannot be called ${JSON.stringify(name)}`, () => {
      const blueprint = `resources:\n  - { type: ${JSON.stringify(name)}, id: T }\n`;
      expect(found(compiled({ thing: SOUND }, blueprint)).map((line) => line.split(' ')[1])).to.deep.equal([
        'unknown-type',
      ]);
    });
  }

  it('with a pattern that goes astray holds nobody up', () => {
    const schema = { properties: { size: { type: 'string', pattern: '^((a+)b?)+$' } } };
    const blueprint = `resources:\n  - { type: thing, id: T, config: { size: ${'a'.repeat(60)}! } }\n`;
    expect(found(compiled({ thing: { ...SOUND, schema } }, blueprint)).map((line) => line.split(' ')[1])).to.deep.equal(
      ['bad-text'],
    );
  }).timeout(5000);

  it('that doubles with every component in it holds nobody up', () => {
    const parts = ([name, next]: [string, string]) => [
      name,
      { schema: {}, template: `resources: { A: { type: ${next} }, B: { type: ${next} } }\n` },
    ];
    const names = ['thing', ...Array.from({ length: 40 }, (_, index) => `c${index}`)];
    const components = Object.fromEntries(names.map((name, index) => parts([name, names[index + 1] ?? 'A::B::C'])));
    const codes = compiled(components).diagnostics.map(({ code }) => code);
    expect([...new Set(codes)]).to.deep.equal(['too-many-resources']);
  }).timeout(20_000);

  it('may have files that are too large, or no texts', () => {
    const large = `{"description":"${'x'.repeat(1024 * 1024)}"}`;
    expect(foundIn({ schema: large })).to.deep.equal(['template.yaml incomplete-component …']);
    expect(foundIn({ template: `# ${large}` })).to.deep.equal(['schema.json incomplete-component …']);
  });

  it('leaves all objects as they are', () => {
    foundIn({
      schema:
        '{"properties":{"__proto__":{"default":{"polluted":true}},"size":{"default":{"__proto__":{"polluted":true}}}}}',
    });
    foundIn({
      template: 'values: { __proto__: { polluted: true } }\nattributes: { a: { __proto__: { polluted: true } } }\n',
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});

/** Each definition is twice the next: 2 to the 40th when it is written out. */
function doubling(): string {
  const entries = Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/definitions/d${index + 1}` };
    return [`d${index}`, index === 39 ? {} : { allOf: [next, next] }];
  });
  return JSON.stringify({
    properties: { size: { $ref: '#/definitions/d0' } },
    definitions: Object.fromEntries(entries),
  });
}

/** A tree with ten branches everywhere. */
function growing(): string {
  const branches = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`b${index}`, { $ref: '#' }]));
  return JSON.stringify({ properties: { size: {}, ...branches } });
}

function chained(length: number): string {
  const entries = Array.from({ length }, (_, index) => [
    `d${index}`,
    { $ref: `#/definitions/d${(index + 1) % length}` },
  ]);
  return JSON.stringify({
    properties: { size: { $ref: '#/definitions/d0' } },
    definitions: Object.fromEntries(entries),
  });
}

function bomb(): string {
  const lines = Array.from({ length: 30 }, (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`);
  return `values:\n  a0: &a0 [x, x]\n${lines.join('')}`;
}
