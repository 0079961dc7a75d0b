import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { blueprintsIn, compiledFile, resources } from './compiled.js';

type Join = { readonly 'Fn::Join': readonly [string, readonly (string | object)[]] };

/** The user data of a server as the shell sees it: references are a word, and what is looked up is a command. */
function userData(data: { readonly 'Fn::Base64': string | Join }): string {
  const given = data['Fn::Base64'];
  return typeof given === 'string'
    ? given
    : given['Fn::Join'][1]
        .map((part) => (typeof part === 'string' ? part : 'Fn::FindInMap' in part ? 'true\n' : 'REFERENCE'))
        .join('');
}

/** The user data of all servers and groups of a template. */
function* scripts(all: ReturnType<typeof resources>['resources']): Iterable<string> {
  for (const { Properties } of Object.values(all)) {
    const data = Properties?.UserData ?? Properties?.LaunchTemplateData?.UserData;
    if (data?.['Fn::Base64'] !== undefined) yield userData(data);
  }
}

/** Runs user data in a folder of its own, with something in place of cfn-signal that keeps what it is told. */
function started(config: string): { readonly told: string; readonly made: string } {
  const { resources: all } = resources(`- { type: server, id: S, config: ${config} }`);
  const folder = mkdtempSync(join(tmpdir(), 'jiml-started-'));
  const at = (name: string) => join(folder, name);
  const [script = ''] = scripts(all);
  writeFileSync(at('cfn-signal'), `#!/bin/bash\necho "$@" >> ${at('told')}\n`, { mode: 0o700 });
  writeFileSync(at('told'), '');
  writeFileSync(at('made'), '');
  const moved = script.replaceAll('/var/lib/cloud/instance', folder).replaceAll('/opt/aws/bin', folder);
  spawnSync('bash', ['-c', moved.replaceAll('MADE', at('made'))], { timeout: 10_000 });
  const kept = { told: readFileSync(at('told'), 'utf8').trim(), made: readFileSync(at('made'), 'utf8') };
  rmSync(folder, { recursive: true });
  return kept;
}

describe('what a server runs when it starts', () => {
  const files = ['schemas/server/examples', 'schemas/servers/examples', 'schemas/volume/examples'].flatMap(
    blueprintsIn,
  );
  for (const file of files) {
    it(`${file} is a script`, () => {
      for (const script of scripts(compiledFile(file).resources)) {
        if (!script.startsWith('<')) execFileSync('bash', ['-n'], { input: script });
      }
    });
  }

  const ended = (code: number) => `--exit-code ${code} --stack REFERENCE --resource S --region REFERENCE`;
  const cases: readonly (readonly [script: string, told: string, made: string])[] = [
    ['#!/bin/bash -e\\necho done > MADE', ended(0), 'done\n'],
    ['#!/bin/bash -e\\nfalse\\necho done > MADE', ended(1), ''],
    ['#!/bin/bash\\nfalse\\necho done > MADE', ended(0), 'done\n'],
    ['#!/bin/bash\\nexit 7', ended(7), ''],
    ['#!/bin/sh\\necho "$HOME \'quoted\' `echo x`" > /dev/null && echo $0 | grep -c start > MADE', ended(0), '1\n'],
    ['#!/usr/bin/env python3\\nraise SystemExit(3)', ended(3), ''],
  ];
  for (const [script, told, made] of cases) {
    it(`tells how it ended: ${script}`, () => {
      const config = `{ ready: 5m, script: "${script.replaceAll('"', '\\"')}" }`;
      expect(started(config)).to.deep.equal({ told, made });
    });
  }

  it('is left alone where nobody waits for it', () => {
    const { resources: all } = resources('- { type: server, id: S, config: { script: "#!/bin/sh\\nexit 1\\n" } }');
    expect([...scripts(all)]).to.deep.equal(['#!/bin/sh\nexit 1\n']);
  });
});
