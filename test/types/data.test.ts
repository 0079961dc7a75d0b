import { expect } from 'chai';
import { compiled, resources } from './compiled.js';

/** What comes of a mistake that two resources make together. */
function messages(text: string): readonly string[] {
  return resources(text).messages;
}

describe('a bucket that is a web site', () => {
  const site = (config: string, to = '$S') =>
    `- { id: S, type: bucket, config: ${config} }\n- { type: dns, config: { from: www.example.com, to: ${to} } }\n`;

  it('has the name that leads to it', () => {
    expect(messages(site('{ name: www.example.com, website: {} }'))).to.deep.equal([]);
    const [message] = messages(site('{ name: other, website: {} }'));
    expect(message).to.match(/^2: error: S3 shows a web site under a DNS name only when/);
  });

  it('is one when a name leads to it', () => {
    const found = messages(site('{ name: www.example.com }'));
    expect(found.join()).to.match(/A DNS name leads to a bucket only when it is a web site\./);
  });

  it('is the only public one', () => {
    const { resources: all } = resources(
      '- { id: S, type: bucket, config: { website: {} } }\n- { id: P, type: bucket }\n',
    );
    const open = (id: string) => all[id]?.Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets === false;
    expect([open('S'), open('P')]).to.deep.equal([true, false]);
  });
});

describe('a bucket that tells a queue', () => {
  const { resources: all, messages: found } = resources(
    '- { id: B, type: bucket, config: { notifications: [{ to: $Q }] } }\n- { id: Q, type: queue }\n',
  );

  it('is there after the queue lets it, which does not need it', () => {
    expect(found).to.deep.equal([]);
    expect(all.B?.DependsOn).to.deep.equal(['Q', 'QPolicy']);
    expect(JSON.stringify(all.QPolicy)).not.to.include('"B"');
  });

  it('is one of its own account, where it has no name to be known by', () => {
    const [statement] = all.QPolicy?.Properties.PolicyDocument.Statement ?? [];
    expect(statement.Condition.StringEquals).to.deep.equal({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
  });
});

describe('a bucket that calls a function which reads it', () => {
  const { resources: all, messages: found } = resources(
    '- { id: B, type: bucket, config: { notifications: [{ to: $F }] } }\n- { id: F, type: function, config: { code: x, grants: { read: $B } } }\n',
  );

  it('is no cycle, as what the function may do stands beside it', () => {
    expect(found).to.deep.equal([]);
    expect(all.B?.DependsOn).to.deep.equal(['F', 'FCallerB']);
    expect(JSON.stringify(all.FRolePolicy)).to.include('["B","Arn"]');
  });
});

describe('a database made from a snapshot', () => {
  const database = (snapshot: string) =>
    compiled(`parameters: { Snapshot: { default: "" } }
resources:
  - { id: D, type: database, config: { engine: mysql, name: shop, snapshot: ${snapshot} } }
`).resources.D?.Properties;

  it('says nothing of what is in it', () => {
    const properties = database('rds:shop-1');
    expect(properties).to.include({ DBSnapshotIdentifier: 'rds:shop-1' });
    expect(properties).not.to.have.any.keys('DBName', 'MasterUsername', 'StorageEncrypted', 'KmsKeyId');
  });

  it('is a new one where the parameter is empty', () => {
    const [condition] = Object.values(database('$Snapshot')?.DBName ?? {}) as [unknown[]];
    expect(condition.slice(1)).to.deep.equal([{ Ref: 'AWS::NoValue' }, 'shop']);
  });
});

describe('a replica that was promoted', () => {
  const replica = (said: string) =>
    resources(`- { id: D, type: database, config: { engine: mysql, replicas: { R: ${said} } } }\n`).resources.DReplicaR;

  it('is a database of its own, whose data stays', () => {
    expect(replica('{}')?.Properties.SourceDBInstanceIdentifier).to.deep.equal({ Ref: 'D' });
    expect(replica('{}')?.DeletionPolicy).to.equal('Delete');
    expect(replica('{ promoted: true }')?.Properties).not.to.have.property('SourceDBInstanceIdentifier');
    expect(replica('{ promoted: true }')?.DeletionPolicy).to.equal('Snapshot');
  });
});

describe('a webapp', () => {
  const options = (config: string) => {
    const { resources: all } = resources(`- { id: Q, type: queue }\n- { id: W, type: webapp, config: ${config} }\n`);
    const list: { OptionName: string; Value: unknown }[] = all.W?.Properties.OptionSettings ?? [];
    expect(new Set(list.map(({ OptionName }) => OptionName)).size).to.equal(list.length);
    return Object.fromEntries(list.map(({ OptionName, Value }) => [OptionName, Value]));
  };

  it('has a load balancer in front of several servers only', () => {
    expect(options('{ platform: p }')).to.include({ EnvironmentType: 'SingleInstance', MaxSize: '1' });
    const several = options('{ platform: p, servers: 2 }');
    expect(several).to.include({ EnvironmentType: 'LoadBalanced', LoadBalancerType: 'application', MinSize: '2' });
  });

  it('takes the options of its author in place of its own', () => {
    const found = options('{ platform: p, options: { "aws:autoscaling:asg": { MaxSize: 3 } } }');
    expect(found).to.include({ MaxSize: '3' });
  });

  it('sends the messages of its queue to a worker', () => {
    const worker = options('{ platform: p, queue: $Q, path: /jobs }');
    expect(worker).to.deep.include({ WorkerQueueURL: { Ref: 'Q' }, HttpPath: '/jobs' });
  });
});
