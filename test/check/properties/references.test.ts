import { expect } from 'chai';
import { findings } from './holding.js';

const PARAMETERS = `parameters:
  Text: {}
  Typed: { type: String }
  List: { type: CommaDelimitedList }
  Subnets: { type: "List<AWS::EC2::Subnet::Id>" }
  Looked: { type: "AWS::SSM::Parameter::Value<List<String>>" }
`;
const OTHERS = `
  - { id: Role, type: AWS::IAM::Role, config: { AssumeRolePolicyDocument: {} } }
  - { id: Profile, type: AWS::IAM::InstanceProfile, config: { Roles: [$Role] } }
  - { id: Topic, type: AWS::SNS::Topic }
  - { id: Group, type: AWS::EC2::SecurityGroup, config: { GroupDescription: a } }
  - { id: Vpc, type: AWS::EC2::VPC, config: { CidrBlock: 10.0.0.0/16 } }
  - { id: Subnet, type: AWS::EC2::Subnet, forEach: [a], config: { VpcId: $Vpc, CidrBlock: 10.0.0.0/24 } }
  - { id: Custom, type: Custom::Thing, config: { ServiceToken: a } }
  - { id: Named, type: AWS::CloudFormation::CustomResource, config: { ServiceToken: a } }
`;

/** What is found where a resource has a config, written on line 10. */
function of(type: string, config: string): readonly string[] {
  return findings(`${PARAMETERS}resources:\n  - id: X\n    type: ${type}\n    config: { ${config} }${OTHERS}`);
}

const INSTANCE = 'AWS::EC2::Instance';
const LAMBDA = 'AWS::Lambda::Function';
const CODE = 'Code: { ImageUri: a }, PackageType: Image, Role: ';

describe('references where a list belongs', () => {
  const table: [written: string, said: string | undefined][] = [
    ['$Text', '"Text" is one text, and a list belongs here. (Write [$Text].)'],
    ['!Ref Typed', '"Typed" is one text, and a list belongs here. (Write [$Typed].)'],
    ['$Group', '"Group" is one text, and a list belongs here. (Write [$Group].)'],
    ['$Group.GroupId', '"Group.GroupId" is one text, and a list belongs here. (Write [$Group.GroupId].)'],
    ['!GetAtt Group.GroupId', '"Group.GroupId" is one text, and a list belongs here. (Write [$Group.GroupId].)'],
    ['[$Text]', undefined],
    ['$List', undefined],
    ['$Subnets', undefined],
    ['!Ref Looked', undefined],
    ['$Custom.Ids', undefined],
    ['$AWS::NoValue', undefined],
    ['!Split [",", $Text]', undefined],
  ];
  for (const [written, said] of table) {
    it(written, () => {
      const expected = said === undefined ? [] : [`10:33 text-for-list ${said}`];
      expect(of(INSTANCE, `SecurityGroupIds: ${written}`)).to.deep.equal(expected);
    });
  }

  it('may be all of a repeated resource', () => {
    expect(of('AWS::RDS::DBSubnetGroup', 'DBSubnetGroupDescription: a, SubnetIds: $Subnet')).to.deep.equal([]);
  });
  it('are looked at where Fn::If chooses them', () => {
    expect(of(INSTANCE, 'SecurityGroupIds: !If [C, $Text, $List]')).to.include(
      '10:41 text-for-list "Text" is one text, and a list belongs here. (Write [$Text].)',
    );
  });
});

describe('references that identify a resource', () => {
  const table: [name: string, type: string, config: string, expected: string[]][] = [
    [
      'a name for an ARN',
      LAMBDA,
      `${CODE}$Role`,
      ['10:64 other-identifier "Role" gives the RoleName, and the Arn is expected here. (Write $Role.Arn.)'],
    ],
    [
      'an ARN for a name',
      INSTANCE,
      'IamInstanceProfile: $Profile.Arn',
      [
        '10:35 other-identifier "Profile.Arn" gives the Arn, and the InstanceProfileName is expected here. (Write $Profile.)',
      ],
    ],
    ['an ARN', LAMBDA, `${CODE}$Role.Arn`, []],
    ['a name', INSTANCE, 'IamInstanceProfile: $Profile', []],
    ['what is an ARN already', 'AWS::SNS::Subscription', 'TopicArn: $Topic, Protocol: email', []],
    [
      'a resource of another type',
      INSTANCE,
      'IamInstanceProfile: $Role',
      ['10:35 other-resource "Role" is of type AWS::IAM::Role, and AWS::IAM::InstanceProfile is expected here.'],
    ],
    [
      'a resource of another type in a list',
      INSTANCE,
      'SecurityGroupIds: [$Vpc]',
      ['10:34 other-resource "Vpc" is of type AWS::EC2::VPC, and AWS::EC2::SecurityGroup is expected here.'],
    ],
    ['what may be anything', INSTANCE, 'SubnetId: $Named, IamInstanceProfile: $Custom', []],
    ['a parameter', LAMBDA, `${CODE}$Text`, []],
  ];
  for (const [name, type, config, expected] of table) {
    it(name, () => expect(of(type, config)).to.deep.equal(expected));
  }
});
