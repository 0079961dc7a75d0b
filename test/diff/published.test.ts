import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Diff } from '../../compiler/diff/model.js';
import { difference, lines, published } from './sides.js';

interface Update {
  readonly before: string;
  readonly after: string;
  readonly from?: Readonly<Record<string, string>>;
  readonly to?: Readonly<Record<string, string>>;
  readonly changes: readonly string[];
  /** Places that must be among the changed ones. */
  readonly paths?: readonly string[];
  readonly risks?: readonly string[];
}

/** The updates that the authors of the published templates make, and what they do. */
const UPDATES: readonly Update[] = [
  {
    before: 'chapter4/server.json',
    after: 'chapter4/server.json',
    from: { InstanceType: 't2.micro' },
    to: { InstanceType: 't2.small' },
    changes: ['modify Server conditional'],
    paths: ['Server.Properties.InstanceType'],
  },
  { before: 'chapter6/firewall1.json', after: 'chapter6/firewall2.json', changes: ['add AllowInboundICMP'] },
  { before: 'chapter6/firewall2.json', after: 'chapter6/firewall3.json', changes: ['add AllowInboundSSH'] },
  {
    before: 'chapter6/firewall3.json',
    after: 'chapter6/firewall4.json',
    changes: ['modify AllowInboundSSH true'],
    paths: ['AllowInboundSSH.Properties.CidrIp', 'add Parameters.IpForSSH'],
  },
  {
    before: 'chapter6/firewall4.json',
    after: 'chapter6/firewall5.json',
    changes: [
      'add AllowPrivateInboundSSH',
      'add BastionHost',
      'add SecurityGroupPrivate',
      'remove Server',
      'add Server1',
      'add Server2',
    ],
    paths: ['remove Outputs.PublicName', 'add Outputs.BastionHostPublicName'],
  },
  {
    before: 'chapter8/ebs.json',
    after: 'chapter8/ebs.json',
    from: { AttachVolume: 'yes' },
    to: { AttachVolume: 'no' },
    changes: ['remove VolumeAttachment'],
  },
  {
    before: 'chapter8/ebs.json',
    after: 'chapter8/ebs.json',
    from: { AttachVolume: 'no' },
    to: { AttachVolume: 'yes' },
    changes: ['add VolumeAttachment'],
  },
  {
    before: 'chapter9/template.json',
    after: 'chapter9/template-snapshot.json',
    changes: ['modify Database conditional'],
    paths: [
      'Database.Properties.BackupRetentionPeriod',
      'Database.Properties.PreferredBackupWindow',
      'Database.Properties.PreferredMaintenanceWindow',
    ],
  },
  {
    before: 'chapter9/template-snapshot.json',
    after: 'chapter9/template-multiaz.json',
    changes: ['modify Database conditional'],
    paths: ['Database.Properties.MultiAZ', 'Database.Properties.BackupRetentionPeriod'],
    risks: ['backup-removed Database'],
  },
  {
    before: 'chapter2/template.json',
    after: 'chapter9/template.json',
    changes: ['modify Database conditional', 'modify LaunchConfiguration false metadata'],
    paths: ['add Parameters.AdminEMail', 'add Parameters.BlogTitle'],
  },
  {
    before: 'chapter11/multiaz.json',
    after: 'chapter11/multiaz-ebs.json',
    changes: ['modify AutoScalingGroup false', 'modify LaunchConfiguration true'],
    paths: [
      'LaunchConfiguration.Properties.ImageId',
      'AutoScalingGroup.Properties.LaunchConfigurationName',
      'add Parameters.AMISnapshot',
      'remove Mappings.EC2RegionMap',
    ],
    risks: ['replacement LaunchConfiguration'],
  },
  {
    before: 'chapter11/multiaz.json',
    after: 'chapter11/multiaz-elasticip.json',
    changes: [
      'modify AutoScalingGroup false',
      'add ElasticIP',
      'add IamInstanceProfile',
      'add IamRole',
      'modify LaunchConfiguration true',
    ],
    risks: ['new-capability IamInstanceProfile', 'wider-access IamRole', 'replacement LaunchConfiguration'],
  },
  {
    before: 'chapter14/wordpress.json',
    after: 'chapter14/wordpress-loadtest.json',
    changes: ['add LoadTestSecurityGroup', 'add Server'],
  },
  { before: 'chapter14/url2png.json', after: 'chapter14/url2png-loadtest.json', changes: ['add LoadTestServer'] },
];

describe('updates of published templates', () => {
  if (published('awsinaction-code') === undefined) {
    it('do what they should (skipped: no templates here, set JIML_CORPUS)');
    return;
  }
  for (const update of UPDATES) {
    const { before, after, from = {}, to = from } = update;
    it(`${before} to ${after} ${Object.values(to).join()}`, () => {
      const found = difference(templateOf(before), templateOf(after), from, to);
      expect(lines(found)).to.deep.equal(update.changes);
      expect(pathsOf(found)).to.include.members(update.paths ?? []);
      expect(found.risks.map(({ kind, id }) => `${kind} ${id}`)).to.include.members(update.risks ?? []);
    });
  }
});

function templateOf(path: string): object {
  return JSON.parse(readFileSync(published(`awsinaction-code/${path}`) ?? '', 'utf8'));
}

function pathsOf({ resources, sections }: Diff): readonly string[] {
  return [
    ...resources.flatMap(({ id, properties }) => properties.map(({ path }) => [id, ...path].join('.'))),
    ...sections.map(({ action, section, name }) => `${action} ${section}.${name}`),
  ];
}
