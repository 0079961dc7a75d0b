import { expect } from 'chai';
import { diagnosticsOf, findings } from './findings.js';

const zone = 'AvailabilityZone: us-east-1a';

function server(above: string, at = '', rest = ''): string {
  return `resources:
${above}  - id: A
    type: AWS::EC2::Instance
${rest}    config:
      ${zone}${at}
`;
}

describe('silencing', () => {
  const silenced: [string, string][] = [
    ['on the line', server('', ' # jiml-ignore hard-coded-zone it is there')],
    ['above the line', server('', '').replace('      Avail', '      # jiml-ignore hard-coded-zone\n      Avail')],
    ['above the resource', server('  # jiml-ignore hard-coded-zone it is there\n')],
    ['above the resource, with more comments', server('  # jiml-ignore hard-coded-zone\n  # The first of them.\n')],
    ['with other codes', server('  # jiml-ignore hard-coded-zone\n')],
    ['in metadata', server('', '', '    metadata: { jiml: { ignore: [hard-coded-zone] } }\n')],
    [
      'in JSON',
      JSON.stringify({
        resources: [
          {
            type: 'AWS::EC2::Instance',
            metadata: { jiml: { ignore: ['hard-coded-zone'] } },
            config: { AvailabilityZone: 'us-east-1a' },
          },
        ],
      }),
    ],
    ['with carriage returns', server('  # jiml-ignore hard-coded-zone it is there\n').replaceAll('\n', '\r\n')],
  ];
  for (const [name, text] of silenced)
    it(`works ${name}, for --strict too`, () => {
      expect(findings(text)).to.deep.equal([]);
      expect(diagnosticsOf(text, true)).to.deep.equal([]);
    });

  const found = 'hard-coded-zone: us-east-1a';
  const not: [string, string, readonly string[]][] = [
    ['of another code', server('  # jiml-ignore hidden-order\n'), ['unused-ignore: hidden-order', found]],
    ['of no code', server('  # jiml-ignore because I say so\n'), ['unused-ignore: because', found]],
    [
      'of another resource',
      `${server('')}  # jiml-ignore hard-coded-zone\n  - { id: B, type: AWS::SNS::Topic }\n`,
      [found, 'unused-ignore: hard-coded-zone'],
    ],
    [
      'two lines above',
      server('', '').replace('    type', '    # jiml-ignore hard-coded-zone\n    type'),
      ['unused-ignore: hard-coded-zone', found],
    ],
    ['inside a text', server('', '\n      UserData: |\n        # jiml-ignore hard-coded-zone\n        x'), [found]],
    ['that is not the mark', server('  # jiml-ignored hard-coded-zone\n'), [found]],
    ['inside a quoted text', server('', '\n      KeyName: "a # jiml-ignore hard-coded-zone"'), [found]],
  ];
  for (const [name, text, expected] of not)
    it(`does not take a comment ${name}`, () => expect(findings(text)).to.deep.equal(expected));

  it('takes several codes, and says which of them is not needed', () => {
    expect(findings(server('  # jiml-ignore hard-coded-zone, hidden-order it is there\n'))).to.deep.equal([
      'unused-ignore: hidden-order',
    ]);
  });

  it('never takes errors', () => {
    const text = server('  # jiml-ignore unknown-name\n').replace(zone, 'SubnetId: $Nothing');
    expect(findings(text)).to.deep.equal(['unknown-name: Nothing']);
    const alone = diagnosticsOf(
      'resources:\n  # jiml-ignore unknown-reference\n  - { id: A, type: AWS::SNS::Topic }\n',
    );
    expect(alone.map(({ hint }) => hint)).to.deep.equal(['Errors cannot be ignored.']);
  });

  it('takes thousands without looking at each for each', () => {
    const one = (i: number) =>
      `  # jiml-ignore hard-coded-zone\n  - { id: A${i}, type: AWS::EC2::Instance, config: { ${zone} } }\n`;
    const text = `resources:\n${Array.from({ length: 400 }, (_, i) => one(i)).join('')}`;
    // The zone is said once, at the first.
    expect(findings(text).length).to.equal(399);
  });
});
