import { expect } from 'chai';
import lints from '../../compiler/lint/lints.json' with { type: 'json' };
import { Specifications } from '../../compiler/specification/read.js';
import { blueprint, diagnosticsOf, resource } from './findings.js';

const table = (rest: object) =>
  resource('AWS::DynamoDB::Table', { KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }] }, rest);

function unprotected(tested: object): string | undefined {
  const found = diagnosticsOf(blueprint({ A: tested })).find(({ code }) => code === 'unprotected-data');
  return found && `${found.message} ${found.hint}`;
}

describe('lint: data', () => {
  const cases: [object, string | undefined][] = [
    [{}, 'deleted or replaced. Say "deletionPolicy: Retain" and "updateReplacePolicy: Retain"'],
    [{ deletionPolicy: 'Retain' }, 'replaced. Say "updateReplacePolicy: Retain" too'],
    [{ updateReplacePolicy: 'Retain' }, 'deleted. Say "deletionPolicy: Retain" and'],
    [{ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' }, undefined],
    [{ deletionPolicy: 'Delete' }, undefined],
  ];
  for (const [rest, said] of cases)
    it(`a table with ${JSON.stringify(rest)}: ${said ?? 'nothing'}`, () => {
      if (said === undefined) expect(unprotected(table(rest))).to.equal(undefined);
      else expect(unprotected(table(rest))).to.include(said);
    });

  it('offers a snapshot where there are some', () => {
    expect(unprotected(resource('AWS::EC2::Volume', { AvailabilityZone: '$AWS::Region', Size: 1 }))).to.include(
      'Snapshot',
    );
  });

  for (const type of ['AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'Custom::Store'])
    it(`leaves alone ${type}`, () => expect(unprotected(resource(type, {}))).to.equal(undefined));
});

describe('the data of the lints', () => {
  const specifications = new Specifications();
  const { attachments, signals, openings, secrets, data, permissions } = lints;
  const types = [
    ...[attachments.type, attachments.networkType, permissions.key.type, signals.condition.type, ...signals.servers],
    ...[attachments.networks, attachments.publicParts, attachments.dependents, signals.late].flatMap(Object.keys),
    ...[openings.rules, secrets.only, secrets.except, data.safe].flatMap(Object.keys),
  ];
  for (const type of new Set(types))
    it(`${type} exists`, () => expect(specifications.typeSpecification(type)?.name).to.equal(type));

  const paths: [string, string][] = [
    ...Object.entries(attachments.networks).flatMap(([type, ways]) => ways.map((way): [string, string] => [type, way])),
    ...Object.entries(attachments.dependents).flatMap(([type, { ...dependent }]) =>
      ['gateway', 'in', 'public']
        .flatMap((key) => (dependent as unknown as Record<string, string[]>)[key] ?? [])
        .map((way): [string, string] => [type, way]),
    ),
    ...Object.entries(openings.rules).flatMap(([type, way]): [string, string][] => (way === '' ? [] : [[type, way]])),
  ];
  for (const [type, path] of paths)
    it(`${type} has ${path}`, () => {
      const name = path.split('.')[0] ?? '';
      expect(specifications.typeSpecification(type)?.properties.names).to.include(name);
    });

  it('says of no type that holds no data that it is safe', () => {
    const stateless = Object.keys(data.safe).filter((type) => !specifications.typeSpecification(type)?.stateful);
    expect(stateless).to.deep.equal([]);
  });
});
