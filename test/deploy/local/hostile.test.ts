import { expect } from 'chai';
import { refusalOf, template, topic, withAccount } from './account.js';

const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'then', 'prototype'];

describe('names that mean something to JavaScript', () => {
  for (const name of NAMES) {
    it(`mean nothing as the name of a resource, a parameter, an output and a stack: ${name}`, () =>
      withAccount(async (account) => {
        const body = (shown: string) =>
          template(
            {
              [name]: topic({ DisplayName: { Ref: `${name}P` } }),
              B: topic({ DisplayName: { 'Fn::GetAtt': [name, 'TopicName'] } }),
            },
            {
              Parameters: { [`${name}P`]: { Type: 'String', Default: shown } },
              Conditions: { [`${name}C`]: { 'Fn::Equals': [{ Ref: `${name}P` }, shown] } },
              Outputs: { [`${name}O`]: { Value: { Ref: name }, Export: { Name: name } } },
            },
          );
        expect(await account.deploy(name, body('one'))).to.equal('CREATE_COMPLETE');
        const asked = { Parameters: [{ ParameterKey: `${name}P`, ParameterValue: 'two' }] };
        expect(await account.deploy(name, body('one'), { ...asked, fail: ['B'] })).to.equal('UPDATE_COMPLETE');
        expect(await account.open().deployedProperties(name, name)).to.deep.equal({ DisplayName: 'two' });
        expect((await account.call('ListExports', {})).Exports?.map(({ Name }) => Name)).to.deep.equal([name]);
        await account.open().injectDrift(name, name, ['__proto__', 'x'], 1);
        await account.call('DeleteStack', { StackName: name });
        expect((await account.call('DescribeStacks', {})).Stacks).to.deep.equal([]);
      }));
  }

  it('do not reach the prototype through properties', () =>
    withAccount(async (account) => {
      const body =
        '{"Resources":{"A":{"Type":"Custom::Any","Properties":{"ServiceToken":"arn:aws:sns:us-east-1:1:a","__proto__":{"polluted":"yes"}}}}}';
      expect(await account.deploy('s', body)).to.equal('CREATE_COMPLETE');
      expect(({} as { polluted?: string }).polluted).to.equal(undefined);
      expect(Object.keys((await account.open().deployedProperties('s', 'A')) ?? {})).to.deep.equal([
        'ServiceToken',
        '__proto__',
      ]);
    }));

  it('and stacks of other kinds of names are refused', () =>
    withAccount(async (account) => {
      for (const name of ['__proto__', '../x', 'a/b', '', 'x'.repeat(129)]) {
        expect(await refusalOf(account.propose(name, template({ A: topic() })))).to.match(
          /^ValidationError: 1 validation error/,
        );
      }
    }));
});
