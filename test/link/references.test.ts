import { expect } from 'chai';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { logical, resource } from '../template/stub.js';
import { codes, findings, linked } from './reports.js';

const server = resource('Server', 'T', {});
const parameters = { Size: { Type: 'String' } };

describe('link: references', () => {
  const right: [string, unknown][] = [
    ['a resource', { $ref: 'Server' }],
    ['an attribute', { $ref: 'Server.Endpoint.Port' }],
    ['a parameter', { $ref: 'Size' }],
    ['a pseudo parameter', { $ref: 'AWS::Region' }],
    ['names in a Sub', { $call: ['Fn::Sub', '${Server} ${Server.Ip} ${AWS::Region} ${!Nothing}'] }],
    ['variables of a Sub', { $call: ['Fn::Sub', ['${own}', { own: { $ref: 'Server' } }]] }],
    ['a dotted GetAtt', { $call: ['Fn::GetAtt', 'Server.Ip'] }],
    ['a dollar that opens nothing', { $call: ['Fn::Sub', '$HOME ${ and $'] }],
  ];
  for (const [what, data] of right) {
    it(`takes ${what}`, () =>
      expect(findings(logical([server, resource('B', 'T', { P: data })], { parameters }))).to.deep.equal([]));
  }

  const wrong: [string, unknown, string][] = [
    ['an unknown name', { $ref: 'Nowhere' }, 'unknown-reference resources.B.config.P Nothing is called "Nowhere".'],
    [
      'an attribute of a parameter',
      { $ref: 'Size.Arn' },
      'attribute-of-parameter resources.B.config.P "Size" is a parameter and has no attribute "Arn".',
    ],
    [
      'a name in a Sub',
      { $call: ['Fn::Sub', 'a ${Nowhere.Ip}'] },
      'unknown-reference resources.B.config.P Nothing is called "Nowhere".',
    ],
    [
      'what is no name in a Sub',
      { $call: ['Fn::Sub', 'a ${X:-y}'] },
      'bad-substitution resources.B.config.P "${X:-y}" is not a name, and Fn::Sub replaces everything between ${ and }.',
    ],
    [
      'a name inside of arguments',
      { $call: ['Fn::Join', ['', ['a', { $call: ['Fn::Sub', '${Nowhere}'] }]]] },
      'unknown-reference resources.B.config.P.1.1 Nothing is called "Nowhere".',
    ],
    [
      'an unknown GetAtt',
      { $call: ['Fn::GetAtt', ['Nowhere', 'Ip']] },
      'unknown-reference resources.B.config.P Nothing is called "Nowhere".',
    ],
    [
      'a mapping',
      { $ref: 'Images' },
      'unknown-reference resources.B.config.P "Images" is a mapping, and a reference needs a resource or a parameter.',
    ],
  ];
  for (const [what, data, message] of wrong) {
    it(`refuses ${what}`, () => {
      const content = logical([server, resource('B', 'T', { P: data })], {
        parameters,
        mappings: { Images: { a: { b: 'c' } } },
      });
      expect(findings(content)).to.deep.equal([message]);
    });
  }

  it('says what was probably meant', () => {
    const [found] = linked(logical([server, resource('B', 'T', { P: { $ref: 'Sevrer' } })])).found as [Diagnostic];
    expect(found.hint).to.equal('Did you mean "Server"?');
  });

  it('does not promise anything when a macro may make names', () => {
    const content = logical([resource('B', 'T', { P: { $ref: 'ServerRole' } })], {
      transform: 'AWS::Serverless-2016-10-31',
    });
    expect(codes(content)).to.deep.equal(['unverified-reference']);
  });

  it('knows names of raw content', () => {
    const content = logical([resource('B', 'T', { P: { $ref: 'Other' } })], {
      raw: { Resources: { Other: { Type: 'T' } } },
    });
    expect(findings(content)).to.deep.equal([]);
  });

  it('checks outputs, conditions and rules', () => {
    const content = logical([server], {
      outputs: { Url: { Value: { $ref: 'Nowhere' } } },
      conditions: { Big: { $call: ['Fn::Equals', [{ $ref: 'Server' }, 'a']] } },
      rules: { R: { Assertions: [{ Assert: { $call: ['Fn::Contains', [['a'], { $ref: 'Server' }]] } }] } },
    });
    expect(codes(content)).to.have.members([
      'unknown-reference',
      'resource-too-early',
      'resource-too-early',
      'unused-condition',
    ]);
  });
});

describe('link: the graph', () => {
  const content = logical(
    [
      resource('A', 'T', { P: [{ Q: { $ref: 'B' } }] }, { DependsOn: ['C', 'Size'] }),
      resource('B', 'T', { P: { $call: ['Fn::Sub', '${C.Arn}'] } }),
      resource('C', 'T', { P: { $ref: 'Size' } }, { Metadata: { m: { $text: ['a', { $ref: 'D.X' }] } } }),
      resource('D', 'T', {}),
    ],
    { parameters },
  );

  it('has an edge for each use of a resource by a resource, with its path', () => {
    const edges = linked(content).graph.edges.map(({ from, to, path, label }) => [from, to, path.join('.'), label]);
    expect(edges).to.deep.equal([
      ['A', 'C', 'DependsOn.0', 'DependsOn.0'],
      ['A', 'B', 'Properties.P.0.Q', 'P.0.Q'],
      ['B', 'C', 'Properties.P.Fn::Sub', 'P'],
      ['C', 'D', 'Metadata.m', 'Metadata.m'],
    ]);
  });

  it('puts everything after what it needs', () =>
    expect(linked(content).graph.nodes).to.deep.equal(['D', 'C', 'B', 'A']));

  it('says that only resources can be waited for', () => {
    expect(findings(content)).to.deep.equal([
      'unknown-dependency resources.A.dependsOn.1 "Size" is a parameter, and only resources can be waited for.',
    ]);
  });

  it('does not trip over names like those of every object', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty'];
    const chain = names.map((name, index) => resource(name, 'T', { P: { $ref: names[index + 1] ?? 'valueOf' } }));
    expect(findings(logical(chain))).to.deep.equal([
      'unknown-reference resources.hasOwnProperty.config.P Nothing is called "valueOf".',
    ]);
  });
});

describe('link: cycles', () => {
  it('shows a knot once, as a walk', () => {
    const content = logical([
      resource('A', 'T', { P: { $ref: 'B' }, Q: { $ref: 'B.Arn' } }),
      resource('B', 'T', { R: [{ $ref: 'C' }] }),
      resource('C', 'T', {}, { DependsOn: 'A' }),
    ]);
    const { found } = linked(content);
    expect(found.map(({ message }) => message)).to.deep.equal([
      '"A", "B" and "C" need each other, so none of them can be made first.',
    ]);
    expect(found[0]?.path.join('.')).to.equal('resources.A.config.P');
    expect(found[0]?.related.map(({ message }) => message)).to.deep.equal([
      '"A" needs "B" for its P.',
      '"B" needs "C" for its R.0.',
      '"C" waits for "A".',
    ]);
  });

  it('knows a resource that needs itself', () => {
    expect(findings(logical([resource('A', 'T', { P: { $ref: 'A' } })]))).to.deep.equal([
      'dependency-cycle resources.A.config.P "A" needs itself, so it can never be made.',
    ]);
  });

  const group = (id: string, other: string) =>
    resource(id, 'AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ SourceSecurityGroupId: { $ref: other } }] });
  const knots: [string, ReturnType<typeof resource>[], RegExp][] = [
    ['groups that name each other', [group('A', 'B'), group('B', 'A')], /SecurityGroupIngress/],
    ['a group that names itself', [group('A', 'A')], /SecurityGroupIngress/],
    [
      'a bucket and its function',
      [
        resource(
          'Bucket',
          'AWS::S3::Bucket',
          { NotificationConfiguration: { $ref: 'Function.Arn' } },
          { DependsOn: 'Permission' },
        ),
        resource('Function', 'AWS::Lambda::Function', {}),
        resource('Permission', 'AWS::Lambda::Permission', {
          F: { $ref: 'Function' },
          SourceArn: { $ref: 'Bucket.Arn' },
        }),
      ],
      /Give the bucket a name/,
    ],
    [
      'a role and its server',
      [
        resource('Role', 'AWS::IAM::Role', { Policies: { $ref: 'Server' } }),
        resource('Profile', 'AWS::IAM::InstanceProfile', { Roles: [{ $ref: 'Role' }] }),
        resource('Server', 'AWS::EC2::Instance', { IamInstanceProfile: { $ref: 'Profile' } }),
      ],
      /stack-id/,
    ],
  ];
  for (const [what, resources, hint] of knots) {
    it(`offers the way out for ${what}`, () => {
      const { found } = linked(logical(resources));
      expect(found.map(({ code }) => code)).to.deep.equal(['dependency-cycle']);
      expect(found[0]?.hint).to.match(hint);
    });
  }

  it('says nothing about a way out that it does not know', () => {
    const { found } = linked(logical([resource('A', 'T', { P: { $ref: 'A' } })]));
    expect(found[0]).not.to.have.property('hint');
  });
});

describe('link: many resources', () => {
  it('takes a chain of 5,000 with a wrong name in each', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `R${index}`);
    const chain = ids.map((id, index) =>
      resource(id, 'T', { P: { $ref: ids[index + 1] ?? id }, Q: { $ref: `X${id}` } }),
    );
    const started = process.cpuUsage().user;
    const { found, graph } = linked(logical(chain));
    expect(graph.nodes[0]).to.equal('R4999');
    expect(found.filter(({ code }) => code === 'unknown-reference')).to.have.length(5000);
    expect(process.cpuUsage().user - started).to.be.lessThan(8e6);
  });
});
