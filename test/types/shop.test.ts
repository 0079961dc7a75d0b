import { expect } from 'chai';
import { compiledFile, idsOf, waits } from './compiled.js';

/** The book's listing 4.1. */
describe('blueprints/shop.yaml', () => {
  const { resources, text, messages, sections } = compiledFile('blueprints/shop.yaml');
  const ingress = idsOf(resources, 'AWS::EC2::SecurityGroupIngress').map((id) => resources[id]?.Properties ?? {});

  it('gives the same template as JSON, byte for byte', () => {
    expect(compiledFile('blueprints/shop.json').text).to.equal(text).and.not.to.equal('');
  });

  it('needs no parameter', () => {
    expect(sections).not.to.have.property('Parameters');
  });

  it('has two servers of the smallest type with 2 CPUs and 4 GiB, with the newest Ubuntu, after the database', () => {
    expect(idsOf(resources, 'AWS::EC2::Instance')).to.have.members(['LBServer1', 'LBServer2']);
    for (const id of ['LBServer1', 'LBServer2']) {
      const server = resources[id];
      expect(server?.Properties.InstanceType).to.equal('t3.medium');
      expect(server?.Properties.ImageId).to.match(/^\{\{resolve:ssm:\/aws\/service\/canonical\/ubuntu\/.*\}\}$/);
      expect(server?.Properties.MetadataOptions).to.include({ HttpTokens: 'required' });
      expect(waits(server)).to.include('DB');
    }
  });

  it('puts the servers into different zones', () => {
    const subnets = ['LBServer1', 'LBServer2'].map((id) => resources[id]?.Properties.SubnetId.Ref);
    const zones = subnets.map((id) => JSON.stringify(resources[id]?.Properties.AvailabilityZone));
    expect(new Set(zones).size).to.equal(2);
  });

  it('lets the load balancer reach the servers, and nobody else', () => {
    const groups = ['LBServer1', 'LBServer2'].flatMap((id) => resources[id]?.Properties.SecurityGroupIds);
    expect(groups).to.deep.equal([{ Ref: 'LBServerFirewall' }, { Ref: 'LBServerFirewall' }]);
    const rules = ingress.filter((rule) => rule.GroupId.Ref === 'LBServerFirewall');
    expect(rules).to.deep.equal([
      {
        FromPort: 80,
        ToPort: 80,
        IpProtocol: 'tcp',
        GroupId: { Ref: 'LBServerFirewall' },
        SourceSecurityGroupId: { Ref: 'LBFirewall' },
      },
    ]);
    expect(resources.LB?.Properties.SecurityGroups).to.deep.equal([{ Ref: 'LBFirewall' }]);
    for (const id of idsOf(resources, 'AWS::EC2::SecurityGroup')) {
      expect(resources[id]?.Properties, id).not.to.have.property('SecurityGroupIngress');
    }
  });

  it('asks the servers whether they work', () => {
    const group = resources.LBTargets?.Properties;
    expect(group).to.include({ HealthCheckPath: '/' });
    expect(group?.Targets).to.deep.equal([{ Id: { Ref: 'LBServer1' } }, { Id: { Ref: 'LBServer2' } }]);
  });

  it('keeps the database private and encrypted, its password with the service, its data in a snapshot', () => {
    const { Properties: db, DeletionPolicy } = resources.DB ?? {};
    expect(DeletionPolicy).to.equal('Snapshot');
    expect(db).to.include({ PubliclyAccessible: false, StorageEncrypted: true, ManageMasterUserPassword: true });
    expect(db).not.to.have.property('MasterUserPassword');
    expect(db?.BackupRetentionPeriod).to.be.greaterThan(0);
    const subnets: { Ref: string }[] = resources.DBSubnets?.Properties.SubnetIds;
    expect(subnets.map(({ Ref }) => Ref)).to.deep.equal(['NetworkPrivate1', 'NetworkPrivate2']);
    const rules = ingress.filter((rule) => rule.GroupId.Ref === 'DBFirewall');
    expect(rules.map((rule) => [rule.CidrIp, rule.FromPort, rule.ToPort])).to.deep.equal([['10.0.0.0/16', 3306, 3306]]);
  });

  it('gives private subnets no way to or from the internet', () => {
    const routed = idsOf(resources, 'AWS::EC2::SubnetRouteTableAssociation').map(
      (id) => resources[id]?.Properties.SubnetId.Ref,
    );
    expect(routed).to.have.members(['NetworkPublic1', 'NetworkPublic2']);
  });

  it('lets the CDN, and only it, read the bucket, by origin access control', () => {
    expect(Object.values(resources.BUCKET?.Properties.PublicAccessBlockConfiguration)).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    const statements = resources.BUCKETPolicy?.Properties.PolicyDocument.Statement;
    const allowed = statements.filter((statement: { Effect: string }) => statement.Effect === 'Allow');
    expect(allowed).to.have.length(1);
    expect(allowed[0]).to.deep.include({ Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } });
    expect(JSON.stringify(allowed[0].Condition)).to.include('AWS:SourceArn').and.to.include('{"Ref":"CDN"}');
    const { Origins, DefaultCacheBehavior, CacheBehaviors } = resources.CDN?.Properties.DistributionConfig ?? {};
    const [shop, files] = Origins;
    expect(shop).to.deep.include({ Id: DefaultCacheBehavior.TargetOriginId });
    expect(shop.DomainName).to.deep.equal({ 'Fn::GetAtt': ['LB', 'DNSName'] });
    expect(files).to.deep.include({
      Id: CacheBehaviors[0].TargetOriginId,
      OriginAccessControlId: { Ref: 'CDNAccess' },
    });
    expect(CacheBehaviors[0]).to.include({ PathPattern: '/static/*', ViewerProtocolPolicy: 'redirect-to-https' });
  });

  it('makes the name an alias of the CDN, in a hosted zone of its own', () => {
    const records = idsOf(resources, 'AWS::Route53::RecordSet').map((id) => resources[id]?.Properties ?? {});
    expect(records.map((record) => record.Type)).to.have.members(['A', 'AAAA']);
    for (const record of records) {
      expect(record.AliasTarget.DNSName).to.deep.equal({ 'Fn::GetAtt': ['CDN', 'DomainName'] });
      expect(record.HostedZoneId).to.deep.equal({ Ref: 'DnsWwwMydomainComZone' });
    }
    expect(resources.DnsWwwMydomainComZone?.Properties.Name).to.equal('mydomain.com');
  });

  it('warns that CloudFront does not serve the name without a certificate', () => {
    expect(messages).to.have.length(1);
    expect(messages[0]).to.match(/warning: CloudFront does not serve "www.mydomain.com"/);
    expect(resources.CDN?.Properties.DistributionConfig).not.to.have.property('Aliases');
  });

  it('waits for the internet gateway where CloudFormation does not know that it must', () => {
    const routes = idsOf(resources, 'AWS::EC2::Route');
    expect(routes).to.have.length(2);
    for (const id of routes) expect(waits(resources[id]), id).to.include('NetworkAttachment');
    for (const id of idsOf(resources, 'AWS::EC2::SubnetRouteTableAssociation')) {
      expect(waits(resources[id]), id).to.deep.equal([id.replace('Association', 'Route')]);
    }
    expect(waits(resources.LB)).to.include.members(['NetworkPublic1Association', 'NetworkPublic2Association']);
    expect(waits(resources.LBServer1)).to.include('NetworkPublic1Association');
  });
});
