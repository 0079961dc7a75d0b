import { expect } from 'chai';
import { evaluated, refusalOf, TOPIC } from './stand.js';

const CONDITIONS = { Yes: { 'Fn::Equals': [1, '1'] }, No: { 'Fn::Equals': [1, 2] } };

describe('evaluating a template', () => {
  it('knows which resources are there', () => {
    const Resources = { A: { Type: TOPIC, Condition: 'Yes' }, B: { Type: TOPIC, Condition: 'No' }, C: { Type: TOPIC } };
    const { exists } = evaluated({ Conditions: CONDITIONS, Resources });
    expect(['A', 'B', 'C', 'D', 'toString'].map(exists)).to.deep.equal([true, false, true, false, false]);
  });

  it('gives the outputs whose conditions hold', () => {
    const Outputs = {
      A: { Value: { Ref: 'Db' }, Description: 'what', Export: { Name: { 'Fn::Sub': '${AWS::StackName}-a' } } },
      B: { Value: 1, Condition: 'No' },
      C: { Value: { 'Fn::GetAtt': ['Db', 'Endpoint.Port'] } },
      D: { Value: { Ref: 'AWS::NoValue' } },
    };
    expect(evaluated({ Conditions: CONDITIONS, Outputs }).outputs()).to.deep.equal([
      { key: 'A', value: 'shop-db', description: 'what', exportName: 'shop-a' },
      { key: 'C', value: '3306' },
    ]);
  });

  it('refuses outputs that are no texts', () => {
    expect(refusalOf(() => evaluated({ Outputs: { A: { Value: ['x'] } } }).outputs())).to.equal(
      'Template format error: The Value field of every Outputs member must evaluate to a String.',
    );
  });

  it('evaluates policies', () => {
    const DeletionPolicy = { 'Fn::If': ['Yes', 'Retain', 'Delete'] };
    const { policy } = evaluated({ Conditions: CONDITIONS, Resources: { A: { Type: TOPIC, DeletionPolicy } } });
    expect(policy('A', 'DeletionPolicy')).to.equal('Retain');
    expect(policy('A', 'UpdateReplacePolicy')).to.equal(undefined);
  });

  it('refuses a reference to what is not there', () => {
    const Resources = { Db: { Type: TOPIC, Condition: 'No' }, B: { Type: TOPIC, Properties: { X: { Ref: 'Db' } } } };
    expect(refusalOf(() => evaluated({ Conditions: CONDITIONS, Resources }).properties('B'))).to.equal(
      'Template format error: Unresolved resource dependencies [Db] in the Resources block of the template',
    );
  });

  it('refuses conditions that need themselves', () => {
    const Conditions = { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } };
    expect(refusalOf(() => evaluated({ Conditions }).condition('A'))).to.equal(
      'Template format error: Found circular condition dependency between A and B',
    );
  });

  it('refuses what is no condition', () => {
    const wrong = [
      'x',
      1,
      [],
      { a: 1 },
      { 'Fn::Equals': [1] },
      { 'Fn::Not': [] },
      { 'Fn::And': [true] },
      { Condition: [] },
    ];
    for (const C of wrong) {
      const found = refusalOf(() => evaluated({ Conditions: { C } }).condition('C'));
      expect(found, JSON.stringify(C)).to.match(/^Template (?:format )?error: /);
    }
  });
});

describe('evaluating what is hostile', () => {
  it('follows conditions that stand behind each other without end', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => [`C${at}`, { 'Fn::Not': [{ Condition: `C${at + 1}` }] }]);
    const Conditions = { ...Object.fromEntries(chain), C5000: { 'Fn::Equals': ['a', 'a'] } };
    expect(evaluated({ Conditions }).condition('C0')).to.equal(true);
  });

  it('gives up on texts that double at each step', () => {
    const double = (depth: number): unknown =>
      depth === 0 ? 'x'.repeat(1000) : { 'Fn::Sub': ['${A}${A}', { A: double(depth - 1) }] };
    const Resources = { A: { Type: TOPIC, Properties: { X: double(20) } } };
    expect(refusalOf(() => evaluated({ Resources }).properties('A'))).to.equal(
      'Template error: the evaluated template is too large',
    );
  });

  it('gives up on escapes that double at each step', () => {
    const escaped = (depth: number): unknown => (depth === 0 ? '"' : [{ 'Fn::ToJsonString': [escaped(depth - 1)] }]);
    const Resources = { A: { Type: TOPIC, Properties: { X: escaped(30) } } };
    expect(refusalOf(() => evaluated({ Resources }).properties('A'))).to.equal(
      'Template error: the evaluated template is too large',
    );
  });
});
