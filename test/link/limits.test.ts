import { expect } from 'chai';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { checkSize } from '../../compiler/link/limits.js';
import { logical, resource, root } from '../template/stub.js';
import { findings, linked } from './reports.js';

function entries(count: number, content: unknown): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`N${index}`, content]));
}

describe('link: limits', () => {
  it('counts', () => {
    const resources = Array.from({ length: 501 }, (_, index) => resource(`R${index}`, 'T', {}));
    const content = logical(resources, {
      parameters: entries(203, { Type: 'String' }),
      mappings: { M: entries(201, { a: 'b' }) },
      outputs: entries(200, { Value: 1 }),
    });
    expect(findings(content)).to.deep.equal([
      'too-many resources There are 501 resources, 1 more than the 500 that CloudFormation takes.',
      'too-many parameters There are 203 parameters, 3 more than the 200 that CloudFormation takes.',
      'too-many mappings.M There are 201 keys in "M", 1 more than the 200 that CloudFormation takes.',
    ]);
  });

  it('names', () => {
    const outputs = { 'A-B': { Value: 1 }, ['a'.repeat(256)]: { Value: 1 } };
    expect(
      linked(logical([resource(' ElasticIP', 'T', {})], { outputs })).found.map(({ message }) => message.slice(0, 60)),
    ).to.deep.equal([
      '" ElasticIP" cannot be the name of a resource: it needs lett',
      '"A-B" cannot be the name of an output: it needs letters and ',
      `"${'a'.repeat(59)}`,
    ]);
  });

  it('policies', () => {
    const attributes = { DeletionPolicy: 'Retian', UpdateReplacePolicy: 'RetainExceptOnCreate' };
    const { found } = linked(logical([resource('A', 'T', {}, attributes)]));
    expect(found.map(({ message, hint }) => [message, hint])).to.deep.equal([
      [
        '"Retian" is no deletionPolicy, which is one of Delete, Retain, RetainExceptOnCreate, Snapshot.',
        'Did you mean "Retain"?',
      ],
      ['"RetainExceptOnCreate" is no updateReplacePolicy, which is one of Delete, Retain, Snapshot.', undefined],
    ]);
  });

  it('the description, in bytes', () => {
    const content = logical([resource('A', 'T', {})], { description: 'ä'.repeat(513) });
    expect(findings(content)).to.deep.equal([
      'description-too-long description The description has 1,026 bytes, 2 more than the 1,024 that CloudFormation takes.',
    ]);
  });

  const sizes: [number, number, string[]][] = [
    [51_200, 51_200, []],
    [51_201, 40_000, ['template-not-inline']],
    [1_000_001, 900_000, ['template-needs-minifying']],
    [1_200_000, 1_000_001, ['template-too-large']],
  ];
  for (const [full, small, expected] of sizes) {
    it(`the text: ${full} bytes, ${small} without white space`, () => {
      const diagnostics = new Diagnostics();
      checkSize('x'.repeat(full), () => 'x'.repeat(small), root, diagnostics.report);
      expect(diagnostics.all.map(({ code }) => code)).to.deep.equal(expected);
    });
  }

  it('dynamic references', () => {
    const diagnostics = new Diagnostics();
    const text = '{{resolve:ssm:/a}} '.repeat(61);
    checkSize(text, () => text, root, diagnostics.report);
    expect(diagnostics.all.map(({ message }) => message)).to.deep.equal([
      'There are 61 dynamic references, 1 more than the 60 that CloudFormation takes.',
    ]);
  });
});

describe('link: user data', () => {
  const base64 = (args: unknown) => ({ $call: ['Fn::Base64', args] });
  const parameters = {
    Free: { Type: 'String' },
    Short: { Type: 'String', MaxLength: 100 },
    Chosen: { Type: 'String', AllowedValues: ['ä', 'abc'] },
    Vpc: { Type: 'AWS::EC2::VPC::Id' },
  };
  const bytes = (userData: unknown, type = 'AWS::EC2::Instance', wrap = (x: unknown): object => ({ UserData: x })) => {
    const content = logical([resource('A', type, wrap(userData)), resource('B', 'T', {})], {
      parameters,
      conditions: { C: { $call: ['Fn::Equals', ['a', 'b']] } },
      mappings: { M: { a: { x: 'four' }, b: { x: 'eleven more' } } },
    });
    const found = linked(content).found.find(({ code }) => code.startsWith('user-data'));
    return found === undefined ? 'fits' : `${found.code} ${/can have ([\d,]+)/.exec(found.message)?.[1]}`;
  };
  const full = 'x'.repeat(16_384);

  const table: [string, unknown, string][] = [
    ['as much as fits', base64(full), 'fits'],
    ['one byte more', base64(`${full}x`), 'user-data-too-large 16,385'],
    ['bytes, not characters', base64('ä'.repeat(8193)), 'user-data-too-large 16,386'],
    ['what is Base64 already', 'x'.repeat(21_844), 'fits'],
    ['too much Base64', 'x'.repeat(21_850), 'user-data-too-large 16,387'],
    ['a free parameter', base64({ $text: ['x'.repeat(12_289), { $ref: 'Free' }] }), 'user-data-too-large 16,385'],
    ['a short parameter', base64({ $text: [full, { $ref: 'Short' }] }), 'user-data-too-large 16,484'],
    ['a chosen parameter', base64({ $text: [full, { $ref: 'Chosen' }] }), 'user-data-too-large 16,387'],
    ['a parameter of a type', base64({ $text: [full, { $ref: 'Vpc' }] }), 'user-data-too-large 16,405'],
    ['a pseudo parameter', base64({ $text: [full, { $ref: 'AWS::AccountId' }] }), 'user-data-too-large 16,396'],
    ['nothing', base64({ $text: [full, { $ref: 'AWS::NoValue' }] }), 'fits'],
    ['an attribute', base64({ $text: [full, { $ref: 'B.Ip' }] }), 'user-data-may-be-too-large 16,640'],
    ['a join', base64({ $call: ['Fn::Join', ['\n', [full, 'a', 'b']]] }), 'user-data-too-large 16,388'],
    ['a substitution', base64({ $call: ['Fn::Sub', `${full}\${Short}\${!x}`] }), 'user-data-too-large 16,488'],
    ['an own variable', base64({ $call: ['Fn::Sub', [`${full}\${v}`, { v: 'abc' }]] }), 'user-data-too-large 16,387'],
    [
      'the larger branch',
      base64({ $text: [full, { $call: ['Fn::If', ['C', 'a', 'bcd']] }] }),
      'user-data-too-large 16,387',
    ],
    [
      'the longest value of a table',
      base64({ $text: [full, { $call: ['Fn::FindInMap', ['M', { $ref: 'Short' }, 'x']] }] }),
      'user-data-too-large 16,395',
    ],
    [
      'a joined list',
      base64({ $text: ['x'.repeat(12_289), { $call: ['Fn::Join', [',', { $ref: 'Free' }]] }] }),
      'user-data-too-large 16,385',
    ],
    ['an import', base64({ $text: [full, { $call: ['Fn::ImportValue', 'x'] }] }), 'user-data-may-be-too-large 16,640'],
  ];
  for (const [what, userData, expected] of table)
    it(`measures ${what}`, () => expect(bytes(userData)).to.equal(expected));

  it('knows where it stands', () => {
    const large = base64(`${full}x`);
    const over = 'user-data-too-large 16,385';
    expect(bytes(large, 'AWS::EC2::LaunchTemplate', (UserData) => ({ LaunchTemplateData: { UserData } }))).to.equal(
      over,
    );
    expect(bytes(large, 'AWS::AutoScaling::LaunchConfiguration')).to.equal(over);
    const fleet = (UserData: unknown) => ({ SpotFleetRequestConfigData: { LaunchSpecifications: [{}, { UserData }] } });
    expect(bytes(large, 'AWS::EC2::SpotFleet', fleet)).to.equal(over);
    expect(bytes(large, 'AWS::SQS::Queue')).to.equal('fits');
  });

  it('says how much over, what takes the room, and where', () => {
    const userData = base64({ $text: ['x'.repeat(15_000), { $ref: 'Short' }, { $ref: 'Free' }, { $ref: 'Free' }] });
    const [found] = linked(
      logical([resource('A', 'AWS::EC2::Instance', { UserData: userData })], { parameters }),
    ).found;
    expect(found?.message).to.equal(
      'The user data of "A" can have 23,292 bytes, 6,908 more than the 16,384 that a server takes.',
    );
    expect(found?.hint).to.equal(
      'Of that the text itself takes 15,000 bytes, "Free" up to 8,192, "Short" up to 100. Give parameters a maxLength, or fetch the bulk of the script when it starts.',
    );
    expect(found?.path).to.deep.equal(['resources', 'A', 'config', 'UserData']);
  });
});
