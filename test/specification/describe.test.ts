import { expect } from 'chai';
import type { TypeFile } from '../../compiler/specification/file.js';
import { describeTypes } from '../../specification/describe.js';
import type { Tables } from '../../specification/tables.js';
import { database, noTables } from './database.js';

const text = { type: 'string' } as const;

function described(fill: (data: ReturnType<typeof database>) => void, tables: Partial<Tables> = {}) {
  const data = database();
  fill(data);
  return describeTypes(data.db, { ...noTables, ...tables });
}

function only(fill: (data: ReturnType<typeof database>) => void, tables: Partial<Tables> = {}): TypeFile {
  const [file] = described(fill, tables).values();
  if (file === undefined) throw new Error('No type.');
  return file;
}

describe('describing types', () => {
  it('says in few words what there is to say of a property', () => {
    const { properties } = only(({ add }) =>
      add('AWS::A::B', {
        Plain: { type: text },
        Name: { type: text, required: true, causesReplacement: 'yes', documentation: 'Words.' },
        Size: { type: { type: 'integer' }, causesReplacement: 'maybe' },
        Same: { type: { type: 'integer' }, causesReplacement: 'no' },
        Old: { type: { type: 'boolean' }, deprecated: 'WARN' as never },
        Kind: { type: { type: 'string', allowedValues: ['x', 'y'] } },
        Many: { type: { type: 'array', element: { type: 'map', element: { type: 'number' } } } },
        When: { type: { type: 'date-time' } },
        Any: { type: { type: 'union', types: [{ type: 'json' }, text] } },
        Role: { type: text, relationshipRefs: [{ cloudFormationType: 'AWS::IAM::Role', propertyName: 'Arn' }] },
      }),
    );
    expect(properties).to.deep.equal({
      Any: { union: ['json', 'string'] },
      Kind: { string: ['x', 'y'] },
      Many: { list: { map: 'number' } },
      Name: { type: 'string', required: true, replaces: 'always' },
      Old: { type: 'boolean', deprecated: true },
      Plain: 'string',
      Role: { type: 'string', from: [['AWS::IAM::Role', 'Arn']] },
      Same: 'integer',
      Size: { type: 'integer', replaces: 'sometimes' },
      When: 'timestamp',
    });
    expect(Object.keys(properties)).to.deep.equal(Object.keys(properties).sort());
  });

  it('takes the definitions that are used, and tells two of one name apart', () => {
    const file = only(({ add, define }) => {
      const first = define('Rule', { A: { type: text } });
      const second = define('Rule', { B: { type: first } });
      define('Unused', {});
      add('AWS::A::B', { One: { type: first }, Two: { type: second } });
    });
    expect(file.properties).to.deep.equal({ One: { object: 'Rule' }, Two: { object: 'Rule2' } });
    expect(file.definitions).to.deep.equal({ Rule: { A: 'string' }, Rule2: { B: { object: 'Rule' } } });
  });

  it('ends with a definition that contains itself', () => {
    const file = only(({ db, add, define }) => {
      const rule = define('Rule', {});
      const id = rule.type === 'ref' ? rule.reference.$ref : '';
      Object.assign(db.get('typeDefinition', id).properties, { And: { type: { type: 'array', element: rule } } });
      add('AWS::A::B', { Rule: { type: rule } });
    });
    expect(file.definitions).to.deep.equal({ Rule: { And: { list: { object: 'Rule' } } } });
  });

  it('says of places within what the data says of paths', () => {
    const file = only(({ add, define }) => {
      const inner = define('Inner', { Uid: { type: text }, Gid: { type: text } });
      add(
        'AWS::A::B',
        { Info: { type: inner }, Tags: { type: { type: 'array', element: { type: 'tag' } } } },
        {
          additionalReplacementProperties: [
            ['Info', 'Uid'],
            ['Tags', '*', 'Key'],
            ['Nothing', 'There'],
          ],
        },
      );
    });
    expect(file.definitions).to.deep.equal({
      Inner: { Gid: 'string', Uid: { type: 'string', replaces: 'always' } },
      tag: { Key: { type: 'string', required: true, replaces: 'always' }, Value: { type: 'string', required: true } },
    });
  });

  it('sorts the types, so that the order of the data does not matter', () => {
    const inOrder = (...names: readonly string[]) =>
      described(({ add }) => {
        for (const name of names) add(name, {});
      });
    const one = inOrder('AWS::B::A', 'AWS::A::B');
    const two = inOrder('AWS::A::B', 'AWS::B::A');
    expect([...one.keys()]).to.deep.equal(['AWS::A::B', 'AWS::B::A']);
    expect(JSON.stringify([...one])).to.equal(JSON.stringify([...two]));
  });

  it('adds what the tables say', () => {
    const tables: Tables = {
      additions: {
        types: { 'AWS::A::New': { properties: { X: 'string' } } },
        attributes: { 'AWS::A::Old': { 'Outputs.*': 'string' } },
        open: ['AWS::A::New'],
      },
      policies: {
        definitions: { Signal: { Count: 'integer', More: { list: { object: 'More' } } }, More: {}, Unused: {} },
        creationPolicy: { 'AWS::A::Old': { Signal: { object: 'Signal' } } },
        updatePolicy: {},
        snapshot: ['AWS::A::Old'],
      },
      stateful: { types: ['AWS::A::New'], not: { 'AWS::A::Old': 'No.' } },
      superseded: { types: { 'AWS::A::O*': { by: 'AWS::A::New', reason: 'It is old.', source: 'A page' } } },
    };
    const files = described(
      ({ add }) => add('AWS::A::Old', {}, { isStateful: true, attributes: { Arn: { type: text } } }),
      tables,
    );
    expect([...files.values()]).to.deep.equal([
      { name: 'AWS::A::New', properties: { X: 'string' }, open: true, stateful: true },
      {
        name: 'AWS::A::Old',
        properties: {},
        definitions: { More: {}, Signal: tables.policies.definitions.Signal },
        attributes: { Arn: 'string', 'Outputs.*': 'string' },
        snapshot: true,
        superseded: { by: 'AWS::A::New', reason: 'It is old.' },
        creationPolicy: { Signal: { object: 'Signal' } },
      },
    ]);
  });

  it('refuses a policy whose definition would hide one of the type', () => {
    const policies = {
      ...noTables.policies,
      definitions: { Signal: {} },
      updatePolicy: { 'AWS::A::B': { Signal: { object: 'Signal' } } },
    };
    const fill = ({ add, define }: ReturnType<typeof database>) =>
      add('AWS::A::B', { Signal: { type: define('Signal', {}) } });
    expect(() => only(fill, { policies })).to.throw('"AWS::A::B" has a definition "Signal", and so has a policy.');
  });
});
