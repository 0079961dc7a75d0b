import { expect } from 'chai';
import { catalogue } from '../../../compiler/diagnostics/catalogue.js';
import { sarif } from '../../../compiler/diagnostics/render/sarif.js';
import { sample, spanOf } from './sample.js';

const source = 'a: bad\nc:\n  d\n';
const bad = spanOf(source, 'bad');

function run(...args: Parameters<typeof sarif>) {
  const log = JSON.parse(sarif(...args));
  expect(log.version).to.equal('2.1.0');
  expect(log.runs).to.have.length(1);
  return log.runs[0];
}

describe('sarif', () => {
  it('has a rule for every code of the catalogue', () => {
    const { rules } = run([], { version: '1.2.3' }).tool.driver;
    expect(rules.map((rule: { id: string }) => rule.id)).to.deep.equal(Object.keys(catalogue).sort());
  });

  it('links its rules to the published documentation', () => {
    const { rules } = run([], { version: '1.2.3', home: 'https://example.com/jiml/' }).tool.driver;
    for (const { id, helpUri } of rules) expect(helpUri).to.equal(`https://example.com/jiml/docs/diagnostics.md#${id}`);
  });

  it('gives a result its region, with offsets', () => {
    const related = [{ message: 'see there', file: 'shop.yaml', span: spanOf(source, 'd', 2) }];
    const [result] = run([sample(bad, { message: 'Bad.', severity: 'warning', related })], { version: '1' }).results;
    expect(result.level).to.equal('warning');
    expect(result.message.text).to.equal('Bad.');
    expect(result.locations[0].physicalLocation).to.deep.equal({
      artifactLocation: { uri: 'shop.yaml' },
      region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 7, charOffset: 3, charLength: 3 },
    });
    expect(result.relatedLocations[0].message.text).to.equal('see there');
    expect(result.relatedLocations[0].physicalLocation.region.startLine).to.equal(3);
  });

  it('points a result at its rule', () => {
    for (const code of Object.keys(catalogue)) {
      const { results, tool } = run([sample(bad, { code })], { version: '1' });
      expect(tool.driver.rules[results[0].ruleIndex].id).to.equal(code);
    }
  });

  const uris: readonly (readonly [string, string])[] = [
    ['a b/ä#1.yaml', 'a%20b/%C3%A4%231.yaml'],
    ['a\\b.yaml', 'a/b.yaml'],
    ['/tmp/a.yaml', 'file:///tmp/a.yaml'],
    ['-', 'stdin'],
    ['\ud800.yaml', '%EF%BF%BD.yaml'],
  ];
  for (const [file, uri] of uris) {
    it(`calls ${JSON.stringify(file)} ${uri}`, () => {
      const [result] = run([sample(bad, { file })], { version: '1' }).results;
      expect(result.locations[0].physicalLocation.artifactLocation.uri).to.equal(uri);
    });
  }
});
