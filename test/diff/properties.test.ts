import { expect } from 'chai';
import fc from 'fast-check';
import type { Json } from '../../compiler/template/template.js';
import { applyDiff, type Mutable } from './apply.js';
import { anyParts, NAMES, resolve, written } from './rewrite.js';
import { difference } from './sides.js';

const key = fc.constantFrom('A', 'B', 'C', 'D', 'constructor');
const { value } = fc.letrec<{ value: Mutable }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Mutable>('x', 'y', 'z', 1, 2, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries): Mutable => Object.fromEntries(entries)),
  ),
}));
const properties = fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
const literals = fc
  .array(fc.tuple(fc.constantFrom('R1', 'R2', 'R3'), properties), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries.map(([id, one]) => [id, { Type: 'Custom::Thing', Properties: one }])));

const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const written2 = fc.tuple(anyParts, fc.nat(20), fc.nat(20));

function templateOf(texts: readonly Json[], order: readonly string[]): object {
  const tags = order.map((Key) => ({ Key, Value: Key }));
  const Properties = { UserData: { 'Fn::Base64': texts[0] ?? '' }, KeyName: texts[1] ?? '', Tags: tags };
  const R = { Type: 'AWS::EC2::Instance', Properties, DependsOn: order.map((id) => `W${id}`) };
  return { Parameters: { P: { Type: 'String' } }, Resources: { Q: queue, Wa: queue, Wb: queue, Wc: queue, R } };
}

describe('a difference', () => {
  it('of a template and itself is empty', () => {
    fc.assert(
      fc.property(fc.array(written2, { minLength: 2, maxLength: 2 }), literals, (texts, more) => {
        const template = templateOf(
          texts.map(([parts, choice]) => written(parts, choice)),
          ['a', 'b', 'c'],
        ) as { Resources: object };
        const all = { ...template, Resources: { ...template.Resources, ...more } };
        const { version, ...found } = difference(all, structuredClone(all));
        expect(found).to.deep.equal({ resources: [], sections: [], risks: [], capabilities: [], same: [] });
      }),
    );
  });

  it('of two ways to write the same has no change', () => {
    const shuffled = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 });
    const values = fc.tuple(...NAMES.map(() => fc.string({ maxLength: 3 })));
    const texts = fc.array(written2, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(texts, shuffled, values, (both, order, found) => {
        const known = new Map(NAMES.map((name, at) => [name, found[at] ?? '']));
        const ways = both.map(([parts, a, b]) => [written(parts, a), written(parts, b)] as const);
        for (const [a, b] of ways) expect(resolve(a, known)).to.equal(resolve(b, known));
        const before = templateOf(
          ways.map(([a]) => a),
          ['a', 'b', 'c'],
        );
        const after = templateOf(
          ways.map(([, b]) => b),
          order,
        );
        expect(difference(before, after).resources).to.deep.equal([]);
      }),
    );
  });

  it('of two texts that come to something else is a change', () => {
    fc.assert(
      fc.property(written2, written2, ([first, a], [second, b]) => {
        const [one, other] = [written(first, a), written(second, b)];
        const known = new Map(NAMES.map((name, at) => [name, `<${at}>`]));
        const found = difference(templateOf(['', one], []), templateOf(['', other], []));
        expect(found.resources.length > 0).to.equal(resolve(one, known) !== resolve(other, known));
      }),
    );
  });

  it('knows names that are special in JavaScript', () => {
    const template = (text: string) =>
      JSON.parse(`{"Resources":{"__proto__":{"Type":"Custom::A","Properties":{"__proto__":{"x":"${text}"}}}}}`);
    const [change] = difference(template('a'), template('b')).resources;
    expect(change).to.include({ id: '__proto__', action: 'modify' });
    expect(change?.properties[0]?.path).to.deep.equal(['Properties', '__proto__', 'x']);
  });

  it('makes the new template out of the old one', () => {
    fc.assert(
      fc.property(literals, literals, (before, after) => {
        const found = difference({ Resources: before }, { Resources: after });
        expect(applyDiff(before as { [id: string]: Mutable }, found)).to.deep.equal(after);
      }),
      { numRuns: 500 },
    );
  });
});
