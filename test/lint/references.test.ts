import { expect } from 'chai';
import { blueprint, diagnosticsOf, findings, resource } from './findings.js';

const network = resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
const topic = (DisplayName: unknown) => resource('AWS::SNS::Topic', { DisplayName });
const parameters = { Zones: { type: 'CommaDelimitedList' }, Zone: { type: 'String' } };

function found(name: unknown): readonly string[] {
  return findings(blueprint({ Network: network, A: topic(name) }, { parameters }));
}

describe('lint: references', () => {
  const wrong: [unknown, string][] = [
    ['$Network.CidrBlok', 'unlisted-attribute: CidrBlok'],
    ['a ${{ Network.CidrBlok }}', 'unlisted-attribute: CidrBlok'],
    [{ 'Fn::GetAtt': ['Network', 'CidrBlok'] }, 'unlisted-attribute: CidrBlok'],
    [{ 'Fn::GetAtt': 'Network.CidrBlok' }, 'unlisted-attribute: CidrBlok'],
    [{ 'Fn::Sub': 'a ${Network.CidrBlok}' }, 'unlisted-attribute: CidrBlok'],
    ['$Network.Ipv6CidrBlocks', 'list-for-text: $Network.Ipv6CidrBlocks'],
    ['a ${{ Network.Ipv6CidrBlocks }}', 'list-for-text: ${{ Network.Ipv6CidrBlocks }}'],
    ['$Zones', 'list-for-text: $Zones'],
    [{ 'Fn::If': ['C', '$Zones', 'x'] }, 'list-for-text: $Zones'],
  ];
  for (const [name, finding] of wrong)
    it(`reports ${JSON.stringify(name)}`, () => {
      const seen = findings(
        blueprint(
          { Network: network, A: topic(name), B: resource('AWS::SNS::Topic', {}, { condition: 'C' }) },
          { parameters, conditions: { C: { 'Fn::Equals': ['a', 'b'] } } },
        ),
      );
      const [code, word = ''] = finding.split(': ');
      expect(seen.map((one) => one.split(': ')[0])).to.deep.equal([code]);
      expect(seen[0]).to.include(word.replaceAll(/[${} ]/g, ''));
    });

  const right: unknown[] = [
    '$Network.CidrBlock',
    '$Zone',
    { 'Fn::Select': [0, '$Zones'] },
    { 'Fn::Join': [',', '$Network.Ipv6CidrBlocks'] },
  ];
  for (const name of right) it(`takes ${JSON.stringify(name)}`, () => expect(found(name)).to.deep.equal([]));

  it('takes any attribute of what the data does not describe to the end', () => {
    const stack = resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://x' });
    const custom = resource('Custom::Thing', { ServiceToken: 'x' });
    const text = blueprint({ Stack: stack, Own: custom, A: topic('$Stack.Outputs.Url'), B: topic('$Own.Anything') });
    expect(findings(text)).to.deep.equal([]);
  });

  it('looks at outputs', () => {
    const outputs = { A: '$Network.Nothing', B: '$Network.Ipv6CidrBlocks' };
    const text = blueprint({ Network: network }, { outputs });
    expect(diagnosticsOf(text).map(({ code }) => code)).to.deep.equal(['unlisted-attribute', 'list-for-text']);
  });
});

describe('lint: waits', () => {
  const waits = (dependsOn: unknown, config: object) =>
    findings(
      blueprint({
        A: topic('a'),
        B: resource('AWS::SNS::Topic', { DisplayName: '$A' }),
        C: resource('AWS::SNS::Topic', config, { dependsOn }),
      }),
    );

  it('notes what a reference implies, and what one through another does', () => {
    expect(waits('A', { DisplayName: '$A' })).to.deep.equal(['redundant-wait: "A"']);
    expect(waits(['A'], { DisplayName: '$B' })).to.deep.equal(['redundant-wait: "A"']);
  });

  it('leaves alone what only waiting implies, and what a choice may not', () => {
    expect(waits(['A', 'B'], {})).to.deep.equal([]);
    const text = blueprint(
      {
        A: topic('a'),
        C: resource('AWS::SNS::Topic', { DisplayName: { 'Fn::If': ['X', '$A', 'b'] } }, { dependsOn: 'A' }),
      },
      { conditions: { X: { 'Fn::Equals': ['a', 'b'] } } },
    );
    expect(findings(text)).to.deep.equal([]);
  });

  it('names all of them in one note', () => {
    const text = blueprint({
      A: topic('a'),
      B: topic('b'),
      C: resource('AWS::SNS::Topic', { DisplayName: '$A', TopicName: '$B' }, { dependsOn: ['A', 'B'] }),
    });
    const [only, ...more] = diagnosticsOf(text);
    expect(only?.message).to.equal('"C" need not be told to wait for "A" and "B": what it refers to makes it wait.');
    expect([only?.severity, more]).to.deep.equal(['note', []]);
  });
});
