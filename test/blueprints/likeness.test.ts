import { expect } from 'chai';
import { compiledFile } from '../types/compiled.js';
import { factsOf, unlike } from './likeness.js';
import { publicationOf, publications } from './publications.js';
import { allRows, componentLines, differences, linesOf, rows, textOf } from './rows.js';

const all = publications();

describe('what is kept of the published templates', () => {
  const paths = [...new Set(rows.flatMap(({ published }) => published ?? []))];
  for (const path of paths) {
    const found = publicationOf(path);
    it(`${path}${found === undefined ? ' (skipped: not here, set JIML_CORPUS)' : ''}`, () => {
      if (found !== undefined) expect(all[path], 'UPDATE_GOLDEN=1 writes it').to.deep.equal(found);
    });
  }
});

describe('the same system as the published one, and shorter:', () => {
  for (const row of rows) {
    if (row.published === undefined) continue;
    const publication = all[row.published];
    it(`${row.id} (${row.file})`, () => {
      if (publication === undefined) throw new Error(`UPDATE_GOLDEN=1 writes what is to be known of ${row.published}.`);
      const ours = factsOf({ Resources: compiledFile(`blueprints/${row.file}`).resources } as object, true);
      expect(unlike(row, publication, ours)).to.deep.equal({ unexplained: [], needless: [] });
      const text = textOf(row.file);
      expect(linesOf(text) + componentLines(text)).to.be.lessThan(publication.lines);
    });
  }
});

describe('comparing systems', () => {
  const published = factsOf(
    {
      Resources: {
        Group: { Type: 'AWS::EC2::SecurityGroup' },
        Server: { Type: 'AWS::EC2::Instance', Properties: { Groups: [{ Ref: 'Group' }] } },
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Of: { 'Fn::Sub': 'id ${Server}' } } },
        Start: { Type: 'AWS::AutoScaling::LaunchConfiguration', DependsOn: 'Group' },
      },
    } as object,
    false,
  );
  const row = { id: 'B0', file: '', deploys: '' };

  it('sees references of all kinds', () => {
    expect(published.relations).to.deep.equal([
      'AWS::AutoScaling::LaunchConfiguration > AWS::EC2::SecurityGroup',
      'AWS::CloudWatch::Alarm > AWS::EC2::Instance',
      'AWS::EC2::Instance > AWS::EC2::SecurityGroup',
    ]);
  });

  const cases = [
    { title: 'the same', named: [], ours: published, unexplained: [], needless: [] },
    {
      title: 'a type more, and a reference less',
      named: [],
      ours: { types: { ...published.types, 'AWS::SNS::Topic': 1 }, relations: published.relations.slice(1) },
      unexplained: [
        'AWS::SNS::Topic: 0 published, 1 here',
        'AWS::AutoScaling::LaunchConfiguration > AWS::EC2::SecurityGroup',
      ],
      needless: [],
    },
    {
      title: 'a difference that is not there',
      named: ['open-way-out'],
      ours: published,
      unexplained: [],
      needless: ['open-way-out'],
    },
    {
      title: 'a type in place of another',
      named: ['launch-template'],
      ours: {
        types: {
          'AWS::CloudWatch::Alarm': 1,
          'AWS::EC2::Instance': 1,
          'AWS::EC2::LaunchTemplate': 1,
          'AWS::EC2::SecurityGroup': 1,
        },
        relations: ['AWS::EC2::LaunchTemplate > AWS::EC2::SecurityGroup', ...published.relations.slice(1)],
      },
      unexplained: [],
      needless: [],
    },
  ];
  for (const { title, named, ours, ...expected } of cases) {
    it(`tells ${title}`, () => {
      expect(unlike({ ...row, differences: named }, published, ours)).to.deep.equal(expected);
    });
  }
});

describe('the intended differences', () => {
  const used = allRows.flatMap((row) => row.differences ?? []);
  for (const [name, { why }] of Object.entries(differences)) {
    it(`${name} has a reason, and a row`, () => {
      expect(why).to.match(/^[A-Z].*\.$/);
      expect(used).to.include(name);
    });
  }

  it('are all known', () => {
    expect(used.filter((name) => differences[name] === undefined)).to.deep.equal([]);
  });
});
