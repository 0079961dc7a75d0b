import { expect } from 'chai';
import { difference, lines, only, resources } from './sides.js';

const TOPIC = 'AWS::SNS::Topic';
const QUEUE = 'AWS::SQS::Queue';
const topic = (TopicName: unknown, rest: object = {}) => ({ Type: TOPIC, Properties: { TopicName }, ...rest });
const shows = (DisplayName: unknown) => ({ Type: TOPIC, Properties: { DisplayName } });
const image = (ImageId: string) => ({ Type: 'AWS::EC2::Instance', Properties: { ImageId } });
const address = { Type: 'AWS::EC2::EIP', Properties: { InstanceId: { Ref: 'Server' } } };
const volume = (instance: unknown) => ({
  Type: 'AWS::EC2::VolumeAttachment',
  Properties: { InstanceId: instance, VolumeId: 'vol-1', Device: '/dev/sdh' },
});

describe('what happens to resources', () => {
  const table: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['one comes', resources({}), resources({ A: topic('a') }), ['add A']],
    ['one goes', resources({ A: topic('a') }), resources({}), ['remove A']],
    [
      'a property that can change in place',
      resources({ A: shows('a') }),
      resources({ A: shows('b') }),
      ['modify A false'],
    ],
    ['a property that cannot', resources({ A: topic('a') }), resources({ A: topic('b') }), ['modify A true']],
    ['another type', resources({ A: topic('a') }), resources({ A: { Type: QUEUE } }), ['modify A true']],
    ['a type that nobody knows', only('Custom::A', { x: 1 }), only('Custom::A', { x: 2 }), ['modify R conditional']],
    ['only metadata', only(TOPIC, {}), only(TOPIC, {}, { Metadata: { a: 1 } }), ['modify R false metadata']],
    ['only a policy', only(TOPIC, {}), only(TOPIC, {}, { DeletionPolicy: 'Retain' }), ['modify R false metadata']],
    [
      'only the order of making',
      resources({ A: topic('a'), B: topic('b') }),
      resources({ A: topic('a'), B: topic('b', { DependsOn: 'A' }) }),
      [],
    ],
    [
      'what refers to the name of something that is replaced',
      resources({ A: topic('a'), B: shows({ Ref: 'A' }) }),
      resources({ A: topic('b'), B: shows({ Ref: 'A' }) }),
      ['modify A true', 'modify B false dynamic'],
    ],
    [
      'what refers to the name of something that is not replaced',
      resources({ A: shows('a'), B: shows({ Ref: 'A' }) }),
      resources({ A: shows('b'), B: shows({ Ref: 'A' }) }),
      ['modify A false'],
    ],
    [
      'what uses an attribute of something that changes',
      resources({ A: shows('a'), B: shows({ 'Fn::Sub': `\${A.TopicName}` }) }),
      resources({ A: shows('b'), B: shows({ 'Fn::Sub': `\${A.TopicName}` }) }),
      ['modify A false', 'modify B false dynamic'],
    ],
    [
      'an attribute where no other value can be set',
      resources({ A: shows('a'), B: topic({ 'Fn::GetAtt': 'A.TopicName' }) }),
      resources({ A: shows('b'), B: topic({ 'Fn::GetAtt': 'A.TopicName' }) }),
      ['modify A false', 'modify B conditional dynamic'],
    ],
    [
      'what refers to something of which only the metadata change',
      resources({ A: shows('a'), B: shows({ 'Fn::GetAtt': 'A.TopicName' }) }),
      resources({ A: { ...shows('a'), Metadata: { x: 1 } }, B: shows({ 'Fn::GetAtt': 'A.TopicName' }) }),
      ['modify A false metadata'],
    ],
    [
      'what waits for something that changes',
      resources({ A: topic('a'), B: topic('x', { DependsOn: 'A' }) }),
      resources({ A: topic('b'), B: topic('x', { DependsOn: 'A' }) }),
      ['modify A true'],
    ],
  ];
  for (const [what, before, after, expected] of table) {
    it(what, () => expect(lines(difference(before, after))).to.deep.equal(expected));
  }
});

describe('what parameters decide', () => {
  const template = {
    Parameters: { On: { Type: 'String' } },
    Conditions: { IsOn: { 'Fn::Equals': [{ Ref: 'On' }, 'yes'] } },
    Resources: { A: topic('a', { Condition: 'IsOn' }), B: shows({ 'Fn::If': ['IsOn', 'b', { Ref: 'AWS::NoValue' }] }) },
  };
  const table: readonly (readonly [string | undefined, string | undefined, readonly string[]])[] = [
    ['yes', 'no', ['remove A', 'modify B false']],
    ['no', 'yes', ['add A', 'modify B false']],
    ['no', 'never', []],
    [undefined, undefined, []],
    [undefined, 'no', ['remove A', 'modify B false']],
  ];
  for (const [from, to, expected] of table) {
    it(`${from} to ${to}`, () => {
      const given = (on: string | undefined): Record<string, string> => (on === undefined ? {} : { On: on });
      const found = difference(template, template, given(from), given(to));
      expect(lines(found)).to.deep.equal(expected);
      if (from === undefined && to !== undefined) expect(found.resources[0]).to.include({ uncertain: true });
    });
  }

  it('is shown as it comes to, where what stands there is the same', () => {
    const named = { Parameters: { N: { Type: 'String' } }, Resources: { A: topic({ Ref: 'N' }) } };
    const [change] = difference(named, named, { N: 'a' }, { N: 'b' }).resources;
    expect(change?.properties).to.deep.equal([
      { path: ['Properties', 'TopicName'], action: 'modify', replacement: 'true', before: 'a', after: 'b' },
    ]);
  });
});

describe('what nobody knows', () => {
  it('is shown as it stands', () => {
    const template = (region: string) => ({
      Conditions: { Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, region] } },
      Resources: { A: shows({ 'Fn::If': ['Here', 'a', 'b'] }) },
    });
    const [change] = difference(template('x'), template('y')).resources;
    expect(JSON.stringify(change?.properties[0]?.before)).to.contain('"a","b"');
  });
});

describe('why something is replaced', () => {
  it('is told to the root', () => {
    const template = (id: string) => resources({ Server: image(id), V: volume({ Ref: 'Server' }), IP: address });
    const found = difference(template('ami-1'), template('ami-2'));
    expect(found.resources.find(({ id }) => id === 'V')?.because).to.deep.equal([
      { id: 'V', path: ['Properties', 'InstanceId'], replacement: 'true' },
      { id: 'Server', path: ['Properties', 'ImageId'], replacement: 'true' },
    ]);
    const seen = found.resources.find(({ id }) => id === 'IP')?.properties[0];
    expect(seen).to.include({ through: 'Server', action: 'modify' });
  });

  it('is found where resources name each other', () => {
    const template = (name: string) =>
      resources({
        A: { Type: TOPIC, Properties: { TopicName: name, DisplayName: { Ref: 'B' } } },
        B: topic({ Ref: 'A' }),
      });
    expect(lines(difference(template('a'), template('b')))).to.deep.equal(['modify A true', 'modify B true dynamic']);
  });
});

describe('what has another id', () => {
  it('and the same content was renamed', () => {
    const found = difference(
      resources({ Old: topic('a'), X: topic('x') }),
      resources({ New: topic('a'), Y: topic('y') }),
    );
    expect(found.resources.map(({ id, renamed }) => [id, renamed])).to.deep.equal([
      ['New', 'Old'],
      ['Old', 'New'],
      ['X', undefined],
      ['Y', undefined],
    ]);
  });
});

describe('what happens to data', () => {
  const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'a' } };
  const database = { Type: 'AWS::RDS::DBInstance', Properties: {} };
  const kept = { ...table, UpdateReplacePolicy: 'Retain' };
  const cases: readonly (readonly [string, object, object | undefined, string | undefined, boolean])[] = [
    ['it is removed', table, undefined, 'deleted', true],
    ['it is removed and kept', { ...table, DeletionPolicy: 'Retain' }, undefined, 'retained', false],
    ['it is replaced', table, { ...table, Properties: { TableName: 'b' } }, 'deleted', true],
    ['it is replaced and kept', kept, { ...kept, Properties: { TableName: 'b' } }, 'retained', false],
    ['a database is removed', database, undefined, 'snapshot', false],
    [
      'a part of a cluster is removed',
      { ...database, Properties: { DBClusterIdentifier: 'c' } },
      undefined,
      'deleted',
      true,
    ],
    ['there is none', { Type: TOPIC }, undefined, undefined, false],
  ];
  for (const [what, before, after, data, risky] of cases) {
    it(`when ${what}`, () => {
      const found = difference(resources({ R: before }), resources(after === undefined ? {} : { R: after }));
      expect(found.resources[0]?.data).to.equal(data);
      expect(found.risks.some(({ kind }) => kind === 'data-loss')).to.equal(risky);
    });
  }
});

describe('secrets', () => {
  it('of parameters are never shown', () => {
    const template = (secret: string) => ({
      Parameters: { P: { Type: 'String', NoEcho: true, Default: secret } },
      Resources: {
        A: shows({ 'Fn::Sub': `x-\${P}` }),
        S: { Type: 'AWS::EC2::Instance', Properties: { UserData: { 'Fn::Base64': { 'Fn::Sub': `a\n\${P}\n` } } } },
      },
    });
    const found = difference(template('hunter2'), template('swordfish'));
    expect(lines(found)).to.deep.equal(['modify A false', 'modify S conditional']);
    expect(JSON.stringify(found)).not.to.match(/hunter2|swordfish|aHVudGVy|c3dvcmRm/);
  });

  it('are not told in risks', () => {
    const template = (secret: string) => ({
      Parameters: { P: { Type: 'String', NoEcho: 'true', Default: secret } },
      Conditions: { IsA: { 'Fn::Equals': [{ Ref: 'P' }, 'hunter2'] } },
      Outputs: { O: { Value: 1, Export: { Name: { Ref: 'P' } } } },
      Resources: { A: topic('a', { Condition: 'IsA' }) },
    });
    const found = difference(template('hunter2'), template('swordfish'));
    expect(found.risks.map(({ kind }) => kind)).to.deep.equal(['export-removed']);
    expect(lines(found)).to.deep.equal(['remove A']);
    expect(JSON.stringify([found.risks, found.resources])).not.to.match(/hunter2|swordfish/);
  });

  it('in properties are never shown', () => {
    const type = 'AWS::RDS::DBInstance';
    const found = difference(
      only(type, { MasterUserPassword: 'hunter2' }),
      only(type, { MasterUserPassword: 'swordfish' }),
    );
    expect(found.resources[0]?.properties[0]).to.include({ before: '****', after: '****' });
    expect(JSON.stringify(difference(resources({}), only(type, { MasterUserPassword: 'hunter2' })))).not.to.contain(
      'hunter2',
    );
  });
});

describe('scripts', () => {
  it('are there as they are read', () => {
    const script = (...parts: unknown[]) =>
      only('AWS::EC2::Instance', { UserData: { 'Fn::Base64': { 'Fn::Join': ['', parts] } } });
    const found = difference(script('a\n', { Ref: 'AWS::Region' }), script('b\n', { Ref: 'AWS::Region' }));
    expect(found.resources[0]?.properties[0]?.script).to.deep.equal({
      before: `a\n\${AWS::Region}`,
      after: `b\n\${AWS::Region}`,
    });
  });
});

describe('what is no resource and stands among them', () => {
  const loop = (value: string) =>
    resources({ 'Fn::ForEach::X': ['I', [value], { T: topic('a') }] as unknown as object });

  it('is a change of the template', () => {
    const found = difference(loop('a'), loop('b'));
    expect(found.sections.map(({ action, name }) => [action, name])).to.deep.equal([['modify', 'Fn::ForEach::X']]);
  });

  it('is told where it is not there and differs', () => {
    const never = { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } };
    const absent = (name: string) => ({ ...never, ...resources({ A: topic(name, { Condition: 'Never' }) }) });
    expect(difference(absent('a'), absent('b'))).to.deep.include({ resources: [], same: [{ id: 'A', path: [] }] });
  });
});

describe('the other sections', () => {
  it('say what comes, goes and changes', () => {
    const before = {
      Description: 'a',
      Parameters: { A: { Type: 'String' }, B: { Type: 'String' } },
      Outputs: { X: { Value: 1 } },
    };
    const after = {
      Description: 'b',
      Parameters: { A: { Type: 'Number' } },
      Outputs: { X: { Value: '1' }, Y: { Value: 2 } },
    };
    const { sections, same } = difference(before, after);
    expect(sections.map(({ action, section, name }) => [action, section, name])).to.deep.equal([
      ['modify', 'Description', undefined],
      ['modify', 'Parameters', 'A'],
      ['remove', 'Parameters', 'B'],
      ['add', 'Outputs', 'Y'],
    ]);
    expect(same).to.deep.equal([{ id: 'X', path: ['Outputs', 'X'] }]);
  });
});
