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

const files = [
  ...[...typeFolders('schemas'), ...typeFolders('blueprints/components')].flatMap((folder) =>
    blueprintsIn(`${folder}/examples`),
  ),
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `blueprints/${name}`),
];

/** What is not written with the same types again, and with which it is instead. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // A network that is asked for one of its subnets is written.
  'schemas/loadbalancer/examples/secure.yaml': 'dns, loadbalancer, network, server, server',
  // What a component makes of a list stands in a script only.
  'blueprints/components/gallery/examples/small.yaml': 'bucket, cdn, jobs, server',
  'blueprints/gallery.yaml': 'bucket, cdn, gallery, network',
  // Repeated resources are written one by one.
  'blueprints/firewall5.yaml': 'firewall, firewall, server, server, server',
  'blueprints/vpc.yaml': 'firewall, network, server, server, server, server, subnet, subnet, subnet, subnet',
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
