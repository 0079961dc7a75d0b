import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { Fault } from '../../../deploy/api/fault.js';
import { scripted, served } from '../local/serve/client.js';

const folder = mkdtempSync(join(tmpdir(), 'jiml-aws-'));
const run = promisify(execFile);

interface Asking {
  readonly endpointUrl?: string;
  readonly region?: string;
  readonly profile?: string;
  /** The text of ~/.aws/config. */
  readonly config?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Asks in a process of its own, whose configuration is given. */
async function ask({ endpointUrl = '', region = '', profile = '', config = '', environment = {} }: Asking) {
  const file = join(folder, 'config');
  writeFileSync(file, config);
  const program = join(import.meta.dirname, 'ask.js');
  const { stdout, stderr } = await run(process.execPath, [program, endpointUrl, region, profile], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_CONFIG_FILE: file,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
      AWS_EC2_METADATA_DISABLED: 'true',
      ...environment,
    },
  });
  return { stderr, ...JSON.parse(stdout) };
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
const profileKeys = 'aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n';
const sso =
  '[profile work]\nsso_session = main\nsso_account_id = 1\nsso_role_name = a\nregion = eu-west-1\n[sso-session main]\nsso_start_url = https://example.com/start\nsso_region = eu-west-1\n';

describe('the configuration of the AWS SDK', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('is all that is needed, and nothing is printed', async () => {
    await served(
      scripted(() => ({ StackSummaries: [] })),
      async (_, url) => {
        const environment = { ...keys, AWS_DEFAULT_REGION: 'eu-north-1', AWS_ENDPOINT_URL: url };
        const told = await ask({ environment });
        expect(told).to.deep.equal({
          stderr: '',
          region: 'eu-north-1',
          answer: { StackSummaries: [] },
          environment: '',
        });
      },
    );
  });

  it('has an address for CloudFormation by itself', async () => {
    await served(
      scripted(() => ({})),
      async (_, url) => {
        const environment = {
          ...keys,
          AWS_REGION: 'eu-west-1',
          AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
          AWS_ENDPOINT_URL_CLOUDFORMATION: url,
        };
        expect(await ask({ environment })).to.include({ region: 'eu-west-1', stderr: '' });
      },
    );
  });

  it('has a region, credentials and an endpoint in a profile that is named', async () => {
    await served(
      scripted(() => ({})),
      async (_, url) => {
        const config = `[profile there]\nregion = eu-central-1\nendpoint_url = ${url}\n${profileKeys}`;
        const told = await ask({ profile: 'there', config, environment: keys });
        expect(told).to.include({ region: 'eu-central-1', stderr: '', environment: '' });
        expect(await ask({ config, environment: { ...keys, AWS_PROFILE: 'there' } })).to.include({
          region: 'eu-central-1',
          stderr: '',
        });
      },
    );
  });

  it('gives way to what is said', async () => {
    await served(
      scripted(() => ({})),
      async (_, url) => {
        const environment = { ...keys, AWS_REGION: 'eu-north-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
        expect(await ask({ endpointUrl: url, region: 'eu-west-3', environment })).to.include({ region: 'eu-west-3' });
      },
    );
  });

  it('says how often is asked', async () => {
    let asked = 0;
    const cloud = scripted(() => {
      asked++;
      throw new Fault('throttled', 'Throttling', 'Rate exceeded');
    });
    await served(cloud, async (_, url) => {
      const environment = { ...keys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: url, AWS_MAX_ATTEMPTS: '2' };
      expect((await ask({ environment })).fault).to.include({ kind: 'throttled' });
    });
    expect(asked).to.equal(2);
  });

  const faults: readonly (readonly [string, Asking, object])[] = [
    [
      'no region',
      { environment: keys },
      {
        name: 'Fault',
        kind: 'credentials',
        code: 'NoRegion',
        message: 'There is no region: neither the blueprint, nor --region, nor the AWS configuration names one.',
      },
    ],
    [
      'a region that is none',
      { region: 'no/where', environment: keys },
      { code: 'NoRegion', message: '"no/where" is no region.' },
    ],
    [
      'no credentials',
      { region: 'eu-west-1' },
      { kind: 'credentials', code: 'NoCredentials', message: 'There are no credentials for AWS.' },
    ],
    [
      'no credentials for an endpoint on this machine',
      { region: 'eu-west-1', endpointUrl: 'http://127.0.0.1:9' },
      {
        code: 'NoCredentials',
        hint: 'An endpoint on this machine mostly takes any: set AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local.',
      },
    ],
    [
      'a profile that is not there',
      { region: 'eu-west-1', profile: 'gone' },
      { kind: 'credentials', message: 'The profile "gone" does not exist, or has no credentials.' },
    ],
    [
      'a session that has ended',
      { profile: 'work', config: sso },
      { kind: 'credentials', code: 'ExpiredToken', hint: 'Sign in with `aws sso login --profile work`.' },
    ],
    [
      'an endpoint that is no address',
      { region: 'eu-west-1', endpointUrl: 'localhost:4566', environment: keys },
      { kind: 'refused', code: 'InvalidEndpoint', message: '"localhost:4566" is no address of an endpoint.' },
    ],
    [
      'certificates that cannot be read',
      { region: 'eu-west-1', environment: { ...keys, AWS_CA_BUNDLE: '/nowhere.pem' } },
      { kind: 'unreachable', message: 'The certificates in "/nowhere.pem" cannot be read.' },
    ],
    [
      'a port where nothing listens',
      { region: 'eu-west-1', endpointUrl: 'http://127.0.0.1:9', environment: keys },
      {
        kind: 'unreachable',
        code: 'ECONNREFUSED',
        message: 'Nothing answers at 127.0.0.1:9: it refused the connection.',
      },
    ],
    [
      'a host that is not there',
      { region: 'eu-west-1', endpointUrl: 'http://nowhere.invalid', environment: keys },
      { kind: 'unreachable', message: 'The host nowhere.invalid cannot be found.' },
    ],
  ];
  for (const [title, asking, expected] of faults) {
    it(`is told of ${title}`, async () => {
      const { fault, stderr } = await ask(asking);
      expect(fault).to.deep.include(expected);
      expect(stderr).to.equal('');
    });
  }
});
