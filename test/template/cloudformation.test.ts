import { expect } from 'chai';
import {
  blueprintKey,
  dynamicReferences,
  intrinsics,
  intrinsicTags,
  isLogicalId,
  parameterType,
  parameterTypeNames,
  userDataPath,
} from '../../compiler/template/cloudformation.js';

describe('cloudformation', () => {
  it('knows each function by name and by tag', () => {
    expect(intrinsicTags.get('!Sub')).to.equal(intrinsics.get('Fn::Sub'));
    expect(intrinsicTags.get('!Ref')?.name).to.equal('Ref');
    expect(intrinsicTags.get('!Condition')?.name).to.equal('Condition');
    expect(intrinsicTags.size).to.equal(intrinsics.size);
    expect(intrinsics.get('toString')).to.equal(undefined);
  });

  for (const [name, { tag }] of intrinsics)
    it(`${tag} is short for ${name}`, () => expect(`!${name.replace('Fn::', '')}`).to.equal(tag));

  const types: [string, object | undefined][] = [
    ['String', { kind: 'text', list: false, maxLength: undefined }],
    ['List<AWS::EC2::Subnet::Id>', { kind: 'id', list: true, maxLength: undefined }],
    ['AWS::SSM::Parameter::Value<String>', { kind: 'key', list: false, maxLength: undefined }],
    ['AWS::SSM::Parameter::Value<List<AWS::EC2::Image::Id>>', { kind: 'key', list: true, maxLength: undefined }],
    ['AWS::SSM::Parameter::Value<CommaDelimitedList>', { kind: 'key', list: true, maxLength: undefined }],
    ['AWS::SSM::Parameter::Value<Number>', undefined],
    ['AWS::SSM::Parameter::Value<AWS::SSM::Parameter::Name>', undefined],
    ['List<AWS::EC2::KeyPair::KeyName>', undefined],
    ['constructor', undefined],
  ];
  for (const [name, expected] of types) {
    it(`${name} is ${expected === undefined ? 'no type' : 'a type'} of parameter`, () =>
      expect(parameterType(name)).to.deep.equal(expected));
  }

  it('has a type for each name', () => {
    for (const name of parameterTypeNames) expect(parameterType(name), name).not.to.equal(undefined);
  });

  it('reads names', () => {
    expect(blueprintKey('NoEcho')).to.equal('noEcho');
    expect(['A1', 'a-b', '', ' A', 'a'.repeat(255), 'a'.repeat(256)].map(isLogicalId)).to.deep.equal([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(
      dynamicReferences('a {{resolve:ssm:/x}} {{resolve:other:y}} {{resolve:secretsmanager:z:SecretString:k}}'),
    ).to.deep.equal(['{{resolve:ssm:/x}}', '{{resolve:secretsmanager:z:SecretString:k}}']);
    expect(userDataPath('constructor')).to.equal(undefined);
  });
});
