import { expect } from 'chai';
import { found, template } from '../expand/compiling.js';

const SERVER =
  'parameters: { Secret: { noEcho: true, type: String } }\nresources:\n  - { type: server, id: S, config: { script: ';

/** What stands in the user data, with parameters in angle brackets. */
function script(written: string, files: Readonly<Record<string, string>>): string {
  const { Resources } = template(`${SERVER}${written} } }\n`, files);
  const text = Resources.S.Properties.UserData['Fn::Base64'];
  const parts: readonly (string | { Ref: string })[] = typeof text === 'string' ? [text] : text['Fn::Join'][1];
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref}>`)).join('');
}

describe('a script in a file', () => {
  const run = { 'run.sh': '#!/bin/bash -e\necho $HOME ${X} $(date)\n' };

  it('is taken as it stands', () => {
    expect(script('{ file: run.sh }', run)).to.equal(run['run.sh']);
  });

  it('gets its variables after the first line, quoted', () => {
    const written = `{ file: run.sh, env: { A: "it's", B: $Secret, C: "x-\${{ AWS::Region }}" } }`;
    expect(script(written, run)).to.equal(
      [
        '#!/bin/bash -e',
        `export A='it'\\''s'`,
        `export B="$(cat <<'JIML_END_OF_VALUE'`,
        '<Secret>',
        'JIML_END_OF_VALUE',
        ')"',
        `export C="$(cat <<'JIML_END_OF_VALUE'`,
        'x-<AWS::Region>',
        'JIML_END_OF_VALUE',
        ')"',
        'echo $HOME ${X} $(date)',
        '',
      ].join('\n'),
    );
  });

  it('can have references of its own', () => {
    expect(script('{ file: run.sh }', { 'run.sh': 'echo ${{ AWS::Region }}' })).to.equal('echo <AWS::Region>');
  });

  it('keeps all of a text without a first line for itself', () => {
    expect(script('{ file: run.sh, env: { A: b } }', { 'run.sh': 'echo' })).to.equal("export A='b'\necho");
    expect(script('{ file: run.sh, env: { A: b } }', { 'run.sh': '#!/bin/sh' })).to.equal("#!/bin/sh\nexport A='b'\n");
  });

  const wrong: [written: string, files: Record<string, string>, message: string][] = [
    ['{ file: run.sh, evn: {} }', run, '3:55 unknown-key "evn" is not a key of a script.'],
    ['{ env: {} }', {}, '3:46 missing-property A script needs "file".'],
    ['{ file: no.sh }', {}, '3:46 file-missing The file "no.sh" cannot be found.'],
    ['{ file: ../no.sh }', {}, '3:46 file-outside The file "../no.sh" is outside of the blueprint\'s folder.'],
    ['{ file: run.sh, env: { 1A: b } }', run, '3:61 bad-text "1A" is no name of a variable.'],
    [
      '{ file: run.sh, env: { A: [b] } }',
      run,
      '3:64 wrong-kind A list or map stands where the text of a variable belongs.',
    ],
  ];
  for (const [written, files, message] of wrong) {
    it(`${written}: ${message}`, () => {
      const all = found(`${SERVER}${written} } }\n`, files).join('\n');
      const [, code, text] = /^\S+ (\S+) (.*)$/.exec(message) ?? [];
      expect(all).to.include(`${code} ${text}`);
      expect(all).to.match(/^3:/);
    });
  }

  it('says where in the file a reference is wrong', () => {
    const [message] = found(`${SERVER}{ file: run.sh } } }\n`, { 'run.sh': '#!/bin/sh\necho ${{ Nobody }}\n' });
    expect(message).to.match(/^.*run\.sh:2:10 unknown-name There is nothing called "Nobody"\./);
  });
});
