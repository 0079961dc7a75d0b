import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { adopt } from '../../compiler/adopt/adopt.js';
import { recovery } from '../../compiler/commands/recovery.js';
import { compile } from '../../compiler/compile.js';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { difference, spelled } from '../../conformance/comparison.js';
import { blueprintsIn, compiledFile, root, typeFolders } from '../types/compiled.js';

const FOLDER = join(root, 'blueprints');

/** Blueprints that are little more than one use of a component: its own examples are tried. */
const ONE_COMPONENT = /jenkins|wordpress|balanced/;

const files = [
  ...[...typeFolders('schemas'), ...typeFolders('blueprints/components')].flatMap((folder) =>
    blueprintsIn(`${folder}/examples`),
  ),
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml') && !ONE_COMPONENT.test(name))
    .map((name) => `blueprints/${name}`),
];

/** What is not written with the same types again, and with which it is instead. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // More types are found than are written there, or the blueprint lies where its files are not found.
  'schemas/function/examples/code.yaml': 'function, function, function, function, function',
  'schemas/server/examples/sources.yaml': 'bucket, role',
  'blueprints/b69-dead-letters.yaml': 'queue, topic',
  'blueprints/e4-clusters.yaml': 'cluster, cluster',
  // A network that is asked for one of its subnets is written.
  'schemas/loadbalancer/examples/secure.yaml': 'dns, loadbalancer, network, server, server',
  // Repeated resources are written one by one.
  'blueprints/firewall5.yaml': 'firewall, firewall, server, server, server',
  'blueprints/vpc.yaml': '',
  // What a type puts together as a text, or makes of a list, does not tell its keys.
  'schemas/bucket/examples/locked.yaml': '',
  'schemas/secret/examples/generated.yaml': 'function, role, secret, secret',
  'schemas/table/examples/indexes.yaml': '',
  'blueprints/components/gallery/examples/small.yaml': 'bucket, cdn',
  'blueprints/b55-b56-todo-tables.yaml': 'table',
  // What one thing adds to another cannot be told apart: calls, subscriptions, readers, alarms.
  'schemas/alarm/examples/things.yaml': 'alarm, alarm, queue, topic, topic',
  'schemas/api/examples/routes.yaml': 'function, function',
  'schemas/api/examples/stage.yaml': 'function',
  'schemas/bucket/examples/told.yaml': '',
  'schemas/bucket/examples/website.yaml': 'bucket, bucket',
  'schemas/cdn/examples/application.yaml': '',
  'schemas/function/examples/events.yaml': 'queue, queue, role, topic',
  'schemas/topic/examples/subscriptions.yaml': 'function, queue, queue, queue',
  'blueprints/b67-url2png.yaml': 'queue',
  'blueprints/b70-imagery-functions.yaml': '',
  'blueprints/b76-b77-url2png.yaml': '',
  'blueprints/m20-woot.yaml': 'bucket, bucket, role, role',
  'blueprints/m3-auction.yaml': '',
  'blueprints/v2-slack-words-first.yaml': 'function, table',
  'blueprints/v2-slack-words.yaml': 'function, function, function, table, topic',
  // Of things in a network that depend on each other, one is not found, and neither are those that name it.
  'schemas/loadbalancer/examples/closed.yaml': '',
  'schemas/loadbalancer/examples/routes.yaml': '',
  'schemas/loadbalancer/examples/tcp.yaml': '',
  'schemas/server/examples/addresses.yaml': '',
  'schemas/server/examples/start.yaml': '',
  'schemas/server/examples/web.yaml': '',
  'schemas/subnet/examples/access-control.yaml': '',
  'schemas/volume/examples/mounted.yaml': '',
  'blueprints/a1-allegrograph.yaml': '',
  'blueprints/b44-nfs.yaml': 'firewall',
  'blueprints/e2-monitor.yaml': '',
  'blueprints/e3-elastic-grid.yaml': '',
  'blueprints/v5-ec2-vpc.yaml': 'firewall, role',
  'blueprints/v9-two-tier.yaml': '',
  // Many resources of many keys: the search ends before all of them are found.
  'schemas/aurora/examples/instances.yaml': 'alarm, firewall, network',
  'schemas/database/examples/production.yaml': 'firewall, network, role',
  'schemas/servers/examples/queue.yaml': 'queue',
  'schemas/servers/examples/schedule.yaml': 'alarm',
  'schemas/webapp/examples/web.yaml': '',
  'schemas/webapp/examples/worker.yaml': 'queue',
  'blueprints/components/balanced/examples/logged.yaml': '',
  'blueprints/components/jenkins/examples/group.yaml': 'firewall, subnet, subnet',
  'blueprints/components/jenkins/examples/single.yaml': 'alarm, firewall, subnet',
  'blueprints/components/wordpress/examples/media.yaml': 'bucket, cdn, secret',
  'blueprints/b68-imagery.yaml': 'bucket, queue, role, role, table',
};

/** The blueprint of a template, with types, in a project that has the components of `blueprints`. */
function adopted(template: string): string {
  const found = new Diagnostics();
  const text = adopt('template', template, { tools: recovery(FOLDER, {}) }, found.report);
  if (text === undefined) throw new Error(found.sorted.map(({ message }) => message).join('\n'));
  return text;
}

function compiled(blueprint: string): unknown {
  const { text = 'null' } = compile([{ file: 'blueprint.yaml', text: blueprint }], {}, FOLDER);
  return JSON.parse(text);
}

/** The names of the types that a blueprint uses, sorted; CloudFormation's left out. */
function typesIn(blueprint: string): string {
  const { blueprint: checked } = compile([{ file: 'blueprint.yaml', text: blueprint }], {}, FOLDER);
  const names = checked?.resources.flatMap(({ type }) => type?.name ?? []) ?? [];
  return names.sort().join(', ');
}

/** A template in which one property of a resource is gone, is something else, or has another beside it. */
function changed(
  template: { Resources: Record<string, { Properties?: Record<string, unknown> }> },
  at: number,
  how: string,
) {
  const all = Object.values(template.Resources).flatMap(({ Properties = {} }) =>
    Object.keys(Properties).map((key) => ({ Properties, key })),
  );
  const { Properties, key } = all[at % all.length] ?? { Properties: {}, key: 'Tags' };
  if (how === 'gone') delete Properties[key];
  else if (how === 'other') Properties[key] = { Ref: 'AWS::StackName' };
  else Properties[`${key}2`] = 'more';
  return template;
}

describe('adopting with types', () => {
  it('is tried on what there is', () => {
    expect(files.length).to.be.greaterThan(30);
    expect(Object.keys(OTHERWISE).filter((file) => !files.includes(file))).to.deep.equal([]);
  });

  for (const file of files) {
    it(`gives the template of ${file} again, and its types`, () => {
      const { text } = compiledFile(file);
      const again = adopted(text);
      expect(difference(JSON.parse(text), compiled(again))).to.equal(undefined);
      expect(typesIn(again), again).to.equal(OTHERWISE[file] ?? typesIn(readFileSync(join(root, file), 'utf8')));
    }).timeout(60_000);
  }

  const bucket = (more: object) => {
    const text = compiledFile('schemas/bucket/examples/default.yaml').text;
    const { Resources, ...rest } = JSON.parse(text);
    return { ...rest, Resources: { ...Resources, ...more } };
  };

  it('keeps what differs in one property', () => {
    const template = bucket({});
    const [id = ''] = Object.keys(template.Resources);
    template.Resources[id].Properties.PublicAccessBlockConfiguration.BlockPublicAcls = false;
    const again = adopted(JSON.stringify(template));
    expect(typesIn(again)).to.equal('');
    expect(difference(template, compiled(again))).to.equal(undefined);
  });

  it('keeps what something else needs that the type does not offer', () => {
    const template = bucket({ Other: { Type: 'Custom::Other', Properties: { Policy: { Ref: 'PapersPolicy' } } } });
    const again = adopted(JSON.stringify(template));
    expect(typesIn(again)).to.equal('');
    expect(difference(template, compiled(again))).to.equal(undefined);
  });

  it('refers to what a type offers', () => {
    const given = { 'Fn::GetAtt': ['Papers', 'RegionalDomainName'] };
    const template = bucket({ Other: { Type: 'Custom::Other', Properties: { Host: given, Name: { Ref: 'Papers' } } } });
    const again = adopted(JSON.stringify(template));
    expect(again).to.include('Host: $Papers.address').and.to.include('Name: $Papers\n');
    expect(difference(template, compiled(again))).to.equal(undefined);
  });

  it('keeps attributes that the author gave, and comments', () => {
    const json = bucket({});
    json.Resources.Papers.DeletionPolicy = 'Delete';
    const text = JSON.stringify(json, undefined, 2).replace(
      '"Type": "AWS::S3::Bucket"',
      '# Old papers\n"Type": "AWS::S3::Bucket"',
    );
    const again = adopted(text);
    expect(again).to.equal(
      'resources:\n  # Old papers\n  - type: bucket\n    id: Papers\n    deletionPolicy: Delete\n',
    );
    expect(spelled(json)).to.deep.equal(spelled(compiled(again) as never));
  });

  it('gives every template again that is nearly what types give', () => {
    const small = [
      'bucket/examples/default',
      'firewall/examples/rules',
      'database/examples/default',
      'cdn/examples/bucket',
    ];
    const texts = small.map((name) => compiledFile(`schemas/${name}.yaml`).text);
    const change = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.constantFrom('gone', 'other', 'more'));
    let raw = 0;
    fc.assert(
      fc.property(change, ([text, at, how]) => {
        const template = changed(JSON.parse(text), at, how);
        const again = adopted(JSON.stringify(template));
        if (again.includes('AWS::')) raw++;
        const made = compiled(again);
        if (made !== null) expect(difference(template, made), again).to.equal(undefined);
      }),
      { numRuns: 25 },
    );
    expect(raw).to.be.greaterThan(5);
  }).timeout(60_000);

  it('keeps functions where it is asked to be exact', () => {
    const template = bucket({ Other: { Type: 'Custom::Other', Properties: { Name: { Ref: 'Papers' } } } });
    const tools = recovery(FOLDER, {});
    const again = adopt('template', JSON.stringify(template), { tools, exact: true }, () => {});
    expect(again).to.include('type: bucket').and.to.include('Name: !Ref Papers');
    expect(difference(template, compiled(again ?? ''))).to.equal(undefined);
  });

  it('says the same twice', () => {
    const { text } = compiledFile('schemas/firewall/examples/rules.yaml');
    expect(adopted(text)).to.equal(adopted(text));
  });
});
