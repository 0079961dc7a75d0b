import { expect } from 'chai';
import { findings, resource } from './holding.js';

const TOGETHER = 'What belongs to one statement stands together, in one item of the list.';
const WHOLE = 'Effect: Allow, Action: "s3:GetObject", Resource: "*"';
const TRUST = 'Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: a }';

const AT = {
  identity: ['AWS::IAM::ManagedPolicy', 'PolicyDocument'],
  trust: ['AWS::IAM::Role', 'AssumeRolePolicyDocument'],
  resource: ['AWS::SQS::QueuePolicy', 'Queues: [a]\nPolicyDocument'],
} as const;

const CONDITIONS = 'conditions: { C: !Equals [$AWS::Region, a] }\n';

/** The document begins in the line after the property, in column 9. */
function of(kind: keyof typeof AT, document: string): readonly string[] {
  const [type, property] = AT[kind];
  return findings(
    resource(type, `${property}:\n  ${document.replaceAll('\n', '\n  ')}`, document.includes('!If') ? CONDITIONS : ''),
  );
}

describe('policies', () => {
  const right: [name: string, kind: keyof typeof AT, document: string][] = [
    ['a list of statements', 'identity', `Version: 2012-10-17\nStatement:\n  - { Sid: a, ${WHOLE} }`],
    ['one statement', 'identity', `Version: "2008-10-17"\nId: a\nStatement: { ${WHOLE} }`],
    ['not', 'identity', 'Statement: [{ Effect: Deny, NotAction: "s3:*", NotResource: [a] }]'],
    ['lists', 'identity', 'Statement: [{ Effect: Deny, Action: ["s3:Get*", "*"], Resource: [a, !Ref AWS::Region] }]'],
    ['trust', 'trust', `Statement: [{ ${TRUST} }]`],
    ['everybody', 'resource', `Statement: [{ ${WHOLE}, Principal: "*" }]`],
    ['accounts', 'resource', `Statement: [{ ${WHOLE}, Principal: { AWS: [a, b], CanonicalUser: c } }]`],
    ['a text', 'identity', '"{}"'],
    ['a statement that is chosen', 'identity', `Statement:\n  - !If [C, { ${WHOLE} }, $AWS::NoValue]`],
    [
      'conditions',
      'identity',
      `Statement: [{ ${WHOLE}, Condition: { StringEquals: { "aws:a": b }, ForAnyValue:StringLikeIfExists: { a: [b] }, bool: { a: true } } }]`,
    ],
    [
      'a statement that a transform makes',
      'identity',
      'Statement: [{ Fn::Transform: { Name: a, Parameters: {} }, Sid: a }]',
    ],
  ];
  for (const [name, kind, document] of right) it(`passes ${name}`, () => expect(of(kind, document)).to.deep.equal([]));

  const wrong: [name: string, kind: keyof typeof AT, document: string, expected: string[]][] = [
    [
      'a misspelt key',
      'identity',
      `Verison: a\nStatement: [{ ${WHOLE} }]`,
      ['6:9 unknown-key "Verison" is not a key of a policy document. (Did you mean "Version"?)'],
    ],
    [
      'a version that there is not',
      'identity',
      `Version: 2012-10-71\nStatement: [{ ${WHOLE} }]`,
      ['6:18 not-allowed "2012-10-71" is not one of 2012-10-17, 2008-10-17. (Write Version: "2012-10-17".)'],
    ],
    [
      'a misspelt key of a statement',
      'identity',
      'Statement:\n  - { Effect: Allow, Actions: a, Resource: "*" }',
      ['7:30 unknown-key "Actions" is not a key of a policy statement. (Did you mean "Action"?)'],
    ],
    [
      'a statement split in two',
      'trust',
      'Statement:\n  - { Effect: Allow, Principal: { Service: a } }\n  - { Action: "sts:AssumeRole" }',
      [
        `7:13 bad-statement This statement has no Action. (${TOGETHER})`,
        `8:13 bad-statement This statement has no Effect and no Principal. (${TOGETHER})`,
      ],
    ],
    [
      'no effect',
      'identity',
      'Statement:\n  - { Action: "*", Resource: "*" }',
      ['7:13 bad-statement This statement has no Effect. (Say Effect: Allow or Effect: Deny.)'],
    ],
    [
      'no resource',
      'identity',
      'Statement:\n  - { Effect: Allow, Action: "*" }',
      [`7:13 bad-statement This statement has no Resource. (${TOGETHER})`],
    ],
    [
      'no principal',
      'resource',
      `Statement:\n  - { ${WHOLE} }`,
      [`8:13 bad-statement This statement has no Principal. (${TOGETHER})`],
    ],
    [
      'a principal of whom it is about',
      'identity',
      `Statement:\n  - { ${WHOLE}, Principal: "*" }`,
      [
        '7:69 bad-statement Principal cannot stand here. (A policy of a user, group or role is about them, so it names no principal.)',
      ],
    ],
    [
      'a resource of whom it is about',
      'trust',
      `Statement:\n  - { ${TRUST}, Resource: "*" }`,
      ['7:83 bad-statement Resource cannot stand here. (A trust policy is about its role, so it names no resource.)'],
    ],
    [
      'both of two',
      'identity',
      `Statement:\n  - { ${WHOLE}, NotAction: "s3:*" }`,
      ['7:69 bad-statement This statement has both Action and NotAction. (Keep one of the two.)'],
    ],
    [
      'an effect in the wrong case',
      'identity',
      'Statement:\n  - { Effect: allow, Action: "*", Resource: "*" }',
      ['7:23 not-allowed "allow" is not one of Allow, Deny. (Write Allow.)'],
    ],
    [
      'an action of no service',
      'identity',
      'Statement:\n  - { Effect: Allow, Action: [GetObject], Resource: "*" }',
      [
        '7:39 bad-statement "GetObject" is no action, because it does not say of which service. (Write SERVICE:GetObject.)',
      ],
    ],
    [
      'a statement where a resource belongs',
      'identity',
      'Statement:\n  - Effect: Allow\n    Action: "*"\n    Resource:\n      - { Effect: Allow }',
      ['10:17 wrong-kind A map stands where a text belongs.'],
    ],
    [
      'a principal that is not said to be of a kind',
      'resource',
      `Statement:\n  - { ${WHOLE}, Principal: "arn:aws:iam::1:root" }`,
      [
        '8:80 wrong-kind "arn:aws:iam::1:root" stands where a map belongs. (Say of what kind it is (AWS, Service, Federated, CanonicalUser), or "*" for everybody.)',
      ],
    ],
    [
      'a misspelt kind of principal',
      'trust',
      'Statement:\n  - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Services: a } }',
      ['7:69 unknown-key "Services" is not a key of a principal. (Did you mean "Service"?)'],
    ],
    [
      'a misspelt operator',
      'identity',
      `Statement:\n  - { ${WHOLE}, Condition: { StringEqual: { a: b } } }`,
      ['7:82 unknown-key "StringEqual" is not a key of a policy condition. (Did you mean "StringEquals"?)'],
    ],
    [
      'a text for statements',
      'identity',
      'Statement: Allow',
      ['6:20 wrong-kind "Allow" stands where a statement belongs.'],
    ],
    [
      'a list of documents',
      'identity',
      `- Statement: [{ ${WHOLE} }]`,
      ['6:9 wrong-kind A list stands where a policy document belongs.'],
    ],
    [
      'in a branch that is chosen',
      'identity',
      'Statement:\n  - !If [C, { Effect: Allow, Action: "*" }, $AWS::NoValue]',
      [`7:21 bad-statement This statement has no Resource. (${TOGETHER})`],
    ],
  ];
  for (const [name, kind, document, expected] of wrong) {
    it(`reports ${name}`, () => expect(of(kind, document)).to.deep.equal(expected));
  }
});

describe('where policies stand', () => {
  const table: [name: string, type: string, config: string, code: string | undefined][] = [
    [
      'policies of a role',
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument: {}\nPolicies: [{ PolicyName: a, PolicyDocument: { Statement: [{ Effect: Allow, Action: "*" }] } }]',
      'bad-statement',
    ],
    ['a key policy', 'AWS::KMS::Key', 'KeyPolicy: { Statement: [{ Effect: Allow }] }', 'bad-statement'],
    [
      'a policy of a repository, which needs no resource',
      'AWS::ECR::Repository',
      'RepositoryPolicyText: { Statement: [{ Effect: Allow, Action: "ecr:*", Principal: "*" }] }',
      undefined,
    ],
    [
      'a policy of a bucket',
      'AWS::S3::BucketPolicy',
      'Bucket: a\nPolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }',
      'bad-statement',
    ],
    [
      'what protects data, in a language of its own',
      'AWS::Logs::LogGroup',
      'DataProtectionPolicy: { Name: a, Version: 2021-06-01, Statement: [{ Sid: a, DataIdentifier: [a], Operation: {} }] }',
      undefined,
    ],
    ['what is called a policy and is none', 'AWS::SQS::Queue', 'RedrivePolicy: { Statement: [a] }', undefined],
  ];
  for (const [name, type, config, code] of table) {
    it(name, () => {
      const codes = findings(resource(type, config)).map((finding) => finding.split(' ')[1]);
      expect([...new Set(codes)]).to.deep.equal(code === undefined ? [] : [code]);
    });
  }
});
