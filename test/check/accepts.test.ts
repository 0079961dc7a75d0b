import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { accepts } from '../../compiler/check/accepts.js';
import { compile } from '../../compiler/check/validate.js';
import { BUILT_IN } from '../../compiler/types/folders.js';
import type { Schema } from '../../compiler/types/schema.js';

const NONE: ReadonlySet<string> = new Set();

const all: readonly (readonly [Schema, unknown, boolean])[] = [
  [{ type: 'string' }, 'a', true],
  [{ type: 'string' }, 1, false],
  [{ type: ['string', 'null'] }, null, true],
  [{ type: 'object' }, [], false],
  [{ type: 'integer' }, 1.5, false],
  [{ type: 'number' }, 1.5, true],
  [{ enum: ['a', 1] }, 1, true],
  [{ enum: ['a', 1] }, '1', false],
  [{ const: 'a' }, 'a', true],
  [{ minimum: 2, maximum: 3 }, 2, true],
  [{ minimum: 2 }, 1, false],
  [{ maximum: 3 }, 4, false],
  [{ minLength: 2 }, '😀', false],
  [{ maxLength: 1 }, '😀', true],
  [{ pattern: '^a+$' }, 'aa', true],
  [{ pattern: '^a+$' }, 'ab', false],
  [{ minItems: 1 }, [], false],
  [{ maxItems: 1 }, [1, 2], false],
  [{ minProperties: 1 }, {}, false],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, false],
  [{ required: ['a'] }, { b: 1 }, false],
  [{ properties: { a: { type: 'string' } } }, { a: 1 }, false],
  [{ properties: { a: true }, additionalProperties: false }, { a: 1 }, true],
  [{ properties: { a: true }, additionalProperties: false }, { constructor: 1 }, false],
  [{ additionalProperties: { type: 'string' } }, { a: 1 }, false],
  [{ items: { type: 'string' } }, ['a', 1], false],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, 1, true],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, true, false],
  [JSON.parse('{"if": { "required": ["a"] }, "then": { "required": ["b"] } }'), { a: 1 }, false],
  [{ if: { required: ['a'] }, else: { required: ['c'] } }, { b: 1 }, false],
  [{ if: { required: ['a'] }, else: { required: ['c'] } }, { a: 1 }, true],
  [{ properties: { a: { $ref: '#/definitions/a' } }, definitions: { a: { type: 'string' } } }, { a: 1 }, false],
];

describe('accepts', () => {
  for (const [schema, value, expected] of all) {
    it(`${expected ? 'takes' : 'leaves'} ${JSON.stringify(value)} with ${JSON.stringify(schema)}`, () => {
      expect(accepts(schema, value, NONE)).to.equal(expected);
      expect(compile(schema)(value)).to.equal(expected);
    });
  }

  it('takes anything where nothing is known yet', () => {
    const schema = { properties: { a: { type: 'number' }, b: { type: 'number' } } };
    expect(accepts(schema, { a: '', b: 1 }, new Set(['/a']))).to.equal(true);
    expect(accepts(schema, { a: '', b: '' }, new Set(['/a']))).to.equal(false);
  });

  const unknown: readonly Schema[] = [
    { propertyNames: { maxLength: 1 } },
    { not: { type: 'number' } },
    { enum: [{}] },
    { $ref: '#' },
    { if: { contains: {} }, else: true },
    { anyOf: [{ uniqueItems: true }, { type: 'object' }] },
  ];
  for (const schema of unknown) {
    it(`is not certain of ${JSON.stringify(schema)}`, () => {
      expect(accepts(schema, {}, NONE)).to.equal(false);
    });
  }

  for (const { name, schema } of schemas()) {
    it(`takes of ${name} what the validator does`, () => {
      const check = compile(schema);
      fc.assert(
        fc.property(like(schema, schema, 0), (value) => {
          expect(accepts(schema, value, NONE)).to.equal(check(value));
        }),
        { numRuns: 300 },
      );
    });
  }
});

function schemas(): readonly { readonly name: string; readonly schema: Schema }[] {
  const files = readdirSync(BUILT_IN, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /^(?!output).*schema\.json$/.test(file))
    .sort()
    .map((name) => ({ name, schema: JSON.parse(readFileSync(join(BUILT_IN, name), 'utf8')) }));
}

/** Values that fit a schema, or nearly do. */
function like(schema: unknown, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const { $ref, type, enum: values, properties, items, additionalProperties, anyOf } = Object(schema);
  const odd = fc.constantFrom<unknown>(null, '', 'a', 'us-east-1', 0, 7, -1, 1.5, true, [], {}, ['a'], { a: 'a' });
  if (depth > 6) return odd;
  if (typeof $ref === 'string') {
    const target = $ref
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => Object(at)[step], root);
    return like(target, root, depth + 1);
  }
  const fitting: fc.Arbitrary<unknown>[] = [];
  if (Array.isArray(values)) fitting.push(fc.constantFrom(...values));
  if (Array.isArray(anyOf)) fitting.push(...anyOf.map((part) => like(part, root, depth + 1)));
  if (properties !== undefined) {
    const inner = Object.entries(properties).map(([key, property]) => [key, like(property, root, depth + 1)] as const);
    fitting.push(fc.record(Object.fromEntries(inner), { requiredKeys: [] }));
  } else if (Object(additionalProperties) === additionalProperties) {
    fitting.push(
      fc.dictionary(fc.constantFrom('A', 'b-c', '$x'), like(additionalProperties, root, depth + 1), { maxKeys: 3 }),
    );
  }
  if (items !== undefined) fitting.push(fc.array(like(items, root, depth + 1), { maxLength: 3 }));
  if ([type].flat().includes('number') || type === 'integer') fitting.push(fc.integer({ min: -1, max: 70_000 }));
  if ([type].flat().includes('string'))
    fitting.push(fc.constantFrom('a', 'Abc', 'a b', '22', '10.0.0.0/16', 'eu-west-1'));
  if (fitting.length === 0) return odd;
  return fc.oneof({ arbitrary: fc.oneof(...fitting), weight: 30 }, { arbitrary: odd, weight: 1 });
}
