import { join } from 'node:path';
import { expect } from 'chai';
import { connect } from '../../../deploy/aws/connect.js';
import { Account, type Place, regionOf } from '../../blueprints/account.js';
import { type Row, rows } from '../../blueprints/rows.js';
import { setDefaults } from '../../blueprints/servers.js';
import { FakeClock } from '../../deploy/flow/clock.js';
import { type Surroundings, surroundingsOf } from '../harness/ec2.js';
import { endpoint } from '../harness/endpoint.js';
import { servers } from './known.js';

/** What moto says where it cannot do what AWS does, and why. */
const LIMITS: readonly { readonly says: RegExp; readonly because: string }[] = [
  { says: /has dependencies and cannot be deleted/, because: 'It deletes resources in the wrong order.' },
  { says: /attribute type MasterUserSecret/, because: 'Its databases keep no passwords of their own.' },
  { says: /window must not overlap/, because: 'It chooses a window for maintenance without a look at the backups.' },
  { says: /references undefined resource CDN/, because: 'It makes no distributions of CloudFront in stacks.' },
  { says: /a web page came .*\(status 500\)/, because: 'It has an error of its own, and answers with HTML.' },
  { says: /has to be in a bucket of S3/, because: 'Nobody has made a bucket for what is packed.' },
];

const on = endpoint();

async function placeIn(region: string): Promise<Place> {
  const environment = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_MAX_ATTEMPTS: '1' };
  Object.assign(process.env, environment);
  const options = { region, endpointUrl: on.url, clock: new FakeClock(), environment };
  return { ...(await connect(options)), local: false };
}

/** Parameters with what the simulator has in the place of what exists only on paper. */
function parametersOf({ parameters = {} }: Row, { network, subnet }: Surroundings): Readonly<Record<string, string>> {
  const real = (value: string) => value.replace(/^vpc-\w+$/, network).replace(/^subnet-\w+$/, subnet);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, real(value)]));
}

/** Deploys and destroys as far as it goes; gives what was known to be in the way. */
async function lives(row: Row, around: Surroundings): Promise<RegExp | undefined> {
  const account = new Account(row, await placeIn(regionOf(row)));
  setDefaults(join(account.folder, 'blueprints'), { ...servers.moto.config });
  try {
    await account.deploy(row.file, parametersOf(row, around));
    await account.destroy();
    return undefined;
  } catch (error) {
    const limit = LIMITS.find(({ says }) => says.test((error as Error).message));
    if (limit === undefined) throw error;
    return limit.says;
  } finally {
    account.remove();
  }
}

// The other simulators know too few of the types.
if (on.name === 'moto') {
  describe('the systems on moto', () => {
    const met = new Set<RegExp>();
    let around: Surroundings;
    before(async () => {
      around = await surroundingsOf(on);
    });

    for (const row of rows) {
      it(`${row.id} (${row.file})`, async () => {
        const limit = await lives(row, around);
        if (limit !== undefined) met.add(limit);
      });
    }

    it('are limited by what is known, and by nothing else', () => {
      expect(LIMITS.filter(({ says }) => !met.has(says))).to.deep.equal([]);
    });
  });
}
