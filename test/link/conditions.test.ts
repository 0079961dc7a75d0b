import { expect } from 'chai';
import { logical, resource } from '../template/stub.js';
import { codes, findings } from './reports.js';

const isProd = { $call: ['Fn::Equals', [{ $ref: 'Env' }, 'prod']] };
const condition = (name: string) => ({ $call: ['Condition', name] });
const conditions = {
  Prod: isProd,
  AlsoProd: { $call: ['Fn::Equals', ['prod', { $ref: 'Env' }]] },
  Dev: { $call: ['Fn::Not', [condition('Prod')]] },
  Big: { $call: ['Fn::Equals', [{ $ref: 'Size' }, 'big']] },
  BigProd: { $call: ['Fn::And', [condition('Prod'), condition('Big')]] },
  Either: { $call: ['Fn::Or', [condition('Prod'), condition('Big')]] },
  Neither: { $call: ['Fn::Not', [condition('Either')]] },
};
const parameters = { Env: { Type: 'String' }, Size: { Type: 'String' } };

function used(targetCondition: string, userCondition: string | undefined, property: unknown) {
  const attributes = userCondition === undefined ? {} : { Condition: userCondition };
  const user = resource('User', 'T', { P: property }, attributes);
  const target = resource('Target', 'T', {}, { Condition: targetCondition });
  const everyone = Object.keys(conditions).map((name) => resource(`Only${name}`, 'T', {}, { Condition: name }));
  return codes(logical([target, user, ...everyone], { conditions, parameters }));
}

const target = { $ref: 'Target' };
const inside = (name: string, index: number) => ({
  $call: ['Fn::If', index === 1 ? [name, target, 'x'] : [name, 'x', target]],
});

describe('link: what is there only under a condition', () => {
  const quiet: [string, string | undefined, unknown][] = [
    ['Prod', 'Prod', target],
    ['Prod', 'AlsoProd', target],
    ['Prod', 'BigProd', target],
    ['Either', 'Prod', target],
    ['Prod', undefined, inside('Prod', 1)],
    ['Prod', undefined, inside('Dev', 2)],
    ['Dev', undefined, inside('Prod', 2)],
    ['Dev', 'Neither', target],
    ['Dev', undefined, inside('Either', 2)],
    ['BigProd', 'Big', inside('Prod', 1)],
    ['Prod', undefined, { $call: ['Fn::If', ['Big', 'x', inside('Prod', 1)]] }],
  ];
  for (const [need, user, property] of quiet)
    it(`${need} holds in ${user ?? 'no condition'}: ${JSON.stringify(property)}`, () =>
      expect(used(need, user, property)).to.deep.equal([]));

  const loud: [string, string | undefined, unknown][] = [
    ['Prod', undefined, target],
    ['Prod', 'Big', target],
    ['Prod', 'Either', target],
    ['Prod', 'Dev', target],
    ['BigProd', 'Prod', target],
    ['Prod', undefined, inside('Prod', 2)],
    ['Prod', undefined, inside('Either', 1)],
    ['Neither', 'Dev', target],
    ['Prod', undefined, { $call: ['Fn::Sub', 'a ${Target}'] }],
  ];
  for (const [need, user, property] of loud)
    it(`${need} may not hold in ${user ?? 'no condition'}: ${JSON.stringify(property)}`, () =>
      expect(used(need, user, property)).to.deep.equal(['conditional-use']));

  it('is reported in outputs too, with both names', () => {
    const resources = [resource('Target', 'T', {}, { Condition: 'Prod' })];
    const outputs = { A: { Value: target }, B: { Value: target, Condition: 'Prod' } };
    expect(findings(logical(resources, { conditions: { Prod: isProd }, parameters, outputs }))).to.deep.equal([
      'conditional-use outputs.A.Value "A" uses "Target", which is not there when "Prod" does not hold.',
    ]);
  });

  it('may be waited for, because CloudFormation leaves such waits out', () => {
    const resources = [
      resource('Target', 'T', {}, { Condition: 'Prod' }),
      resource('User', 'T', {}, { DependsOn: 'Target' }),
    ];
    expect(findings(logical(resources, { conditions: { Prod: isProd }, parameters }))).to.deep.equal([]);
  });
});

describe('link: conditions', () => {
  it('are known by name wherever they are asked for', () => {
    const resources = [resource('A', 'T', { P: { $call: ['Fn::If', ['Prof', 1, 2]] } }, { Condition: 'Prodd' })];
    const outputs = { O: { Value: 1, Condition: 'Prob' } };
    const content = logical(resources, { conditions: { Prod: isProd, X: condition('Nope') }, parameters, outputs });
    expect(findings(content)).to.deep.equal([
      'unknown-condition resources.A.condition No condition is called "Prodd".',
      'unknown-condition resources.A.config.P.0 No condition is called "Prof".',
      'unknown-condition conditions.X No condition is called "Nope".',
      'unknown-condition outputs.O.Condition No condition is called "Prob".',
      'unused-condition conditions.X The condition "X" is not used.',
    ]);
  });

  it('cannot ask for themselves, nor for each other', () => {
    const own = { A: { $call: ['Fn::Not', [condition('A')]] } };
    expect(findings(logical([], { conditions: own }))).to.deep.equal([
      'condition-cycle conditions.A.0 The condition "A" asks for itself.',
    ]);
    const other = { A: condition('B'), B: condition('A') };
    expect(findings(logical([], { conditions: other }))).to.deep.equal([
      'condition-cycle conditions.A The conditions "A" and "B" ask for each other, so none of them can be decided.',
    ]);
  });

  it('can be many, each made from the one before', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `C${index}`,
        index === 0
          ? isProd
          : {
              $call: [
                'Fn::And',
                [condition(`C${index - 1}`), { $call: ['Fn::Or', [condition(`C${index - 1}`), 'x']] }],
              ],
            },
      ]),
    );
    const resources = [
      resource('Target', 'T', {}, { Condition: 'C0' }),
      resource('User', 'T', { P: target }, { Condition: 'C2999' }),
    ];
    expect(findings(logical(resources, { conditions: chain, parameters }))).to.deep.equal([]);
  });
});
