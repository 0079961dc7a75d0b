import { expect } from 'chai';
import type { Outcome } from '../../../compiler/commands/outcome.js';
import type { Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import type { Session } from '../../../deploy/api/session.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { counted, Died, dying, faulty, lasting, passing, type Wrong } from '../flow/faulty.js';
import { blueprint, CHANGING, Stage } from '../flow/stage.js';

/** Something that is done with a stack, and how it must end whatever goes wrong on the way. */
interface Scenario {
  readonly name: string;
  readonly before: (stage: Stage) => Promise<void>;
  readonly run: (stage: Stage, session: Session) => Promise<Outcome>;
  readonly verdict: Outcome['verdict'];
  readonly status: string | undefined;
}

const deployed = (stage: Stage, session: Session) => deploy(stage.deployOptions(), session);
const gone = (stage: Stage, session: Session) =>
  destroy(stage.actOptions({ retain: [], emptyBuckets: false, allow: [] }), session);

const scenarios: readonly Scenario[] = [
  { name: 'creating', before: async () => {}, run: deployed, verdict: 'done', status: 'CREATE_COMPLETE' },
  { name: 'updating', before: toUpdate, run: deployed, verdict: 'done', status: 'UPDATE_COMPLETE' },
  { name: 'finding nothing to change', before: toRest, run: deployed, verdict: 'none', status: 'CREATE_COMPLETE' },
  { name: 'destroying', before: toRest, run: gone, verdict: 'done', status: undefined },
];

async function toRest(stage: Stage): Promise<void> {
  await deploy(stage.deployOptions(), stage.session());
  stage.forget();
}

async function toUpdate(stage: Stage): Promise<void> {
  await toRest(stage);
  stage.write(blueprint({ delay: 7 }));
}

async function on(scenario: Scenario, use: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = new Stage();
  try {
    await scenario.before(stage);
    await use(stage);
  } finally {
    stage.remove();
  }
}

/** What a scenario asks for when nothing goes wrong. */
async function requestsOf(scenario: Scenario): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  await on(scenario, async (stage) => {
    stage.between = (cloud) => counted(cloud, operations);
    const { verdict } = await scenario.run(stage, stage.session());
    expect(verdict).to.equal(scenario.verdict);
    expect(await stage.status()).to.equal(scenario.status);
  });
  return operations;
}

/** How things are in the end, and that doing it again finds nothing to do and leaves nothing behind. */
async function isAsItShould(scenario: Scenario, stage: Stage): Promise<void> {
  expect(await stage.status()).to.equal(scenario.status);
  stage.between = (cloud) => cloud;
  const { verdict } = await scenario.run(stage, stage.session());
  expect(verdict).to.equal('none');
  expect(await stage.status()).to.equal(scenario.status);
  expect(await stage.changeSets()).to.deep.equal([]);
}

async function once(scenario: Scenario, wrong: Wrong, at: number, operation: Operation): Promise<void> {
  await on(scenario, async (stage) => {
    stage.between = (cloud) => faulty(cloud, wrong, at);
    const { verdict } = await scenario.run(stage, stage.session());
    expect(verdict, `${operation} (${at})`).to.equal(scenario.verdict);
    await isAsItShould(scenario, stage);
  });
}

async function forEver(scenario: Scenario, wrong: Wrong, at: number, requests: readonly Operation[]): Promise<void> {
  const operation = requests[at];
  await on(scenario, async (stage) => {
    stage.between = (cloud) => faulty(cloud, wrong, at, true);
    const fault = await scenario.run(stage, stage.session()).catch((error: unknown) => error);
    // What only explains something may be left out, and nothing else may follow it.
    if (!(fault instanceof Fault)) expect.fail(`${operation} (${at}) was not told: ${String(fault)}`);
    expect(fault.kind).to.equal(wrong.kind);
    if (at >= requests.findIndex((one) => CHANGING.has(one))) expect(fault.hint, operation).to.match(/execut|jiml /);
    stage.between = (cloud) => cloud;
    const again = await scenario.run(stage, stage.session());
    expect(again.verdict).to.be.oneOf([scenario.verdict, 'none']);
    await isAsItShould(scenario, stage);
  });
}

async function dies(scenario: Scenario, at: number, effect: boolean): Promise<void> {
  await on(scenario, async (stage) => {
    stage.between = (cloud) => dying(cloud, at, effect);
    const error = await scenario.run(stage, stage.session()).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Died);
    stage.between = (cloud) => cloud;
    const again = await scenario.run(stage, stage.session());
    expect(again.verdict).to.be.oneOf([scenario.verdict, 'none']);
    await isAsItShould(scenario, stage);
  });
}

for (const scenario of scenarios) {
  describe(`${scenario.name}, where a request`, () => {
    let requests: readonly Operation[];
    before(async () => {
      requests = await requestsOf(scenario);
    });

    for (const wrong of passing) {
      it(`${wrong.name}, ends as it should`, async () => {
        for (const [at, operation] of requests.entries()) await once(scenario, wrong, at, operation);
      });
    }

    for (const wrong of lasting) {
      it(`${wrong.name}, says so, and goes on the next time`, async () => {
        for (const at of requests.keys()) await forEver(scenario, wrong, at, requests);
      });
    }

    it('is never answered, says so, and goes on the next time', async () => {
      const [, , , , wrong] = passing;
      for (const at of requests.keys()) await forEver(scenario, wrong as Wrong, at, requests);
    });

    it('is the last one before the process dies, is taken up by the next run', async () => {
      for (const at of requests.keys()) {
        await dies(scenario, at, false);
        await dies(scenario, at, true);
      }
    });
  });
}

describe('a request that CloudFormation refuses', () => {
  const refused: Wrong = { name: 'is refused', kind: 'refused', code: 'LimitExceededException', effect: false };
  const told: readonly (readonly [scenario: string, operation: Operation, hint: RegExp])[] = [
    ['updating', 'ExecuteChangeSet', /^The change set "jiml-deploy-[0-9a-f]+" was not executed\.$/],
    ['destroying', 'DeleteStack', /^Nothing was deleted\.$/],
  ];
  for (const [name, operation, hint] of told)
    it(`has not taken effect: ${operation}`, async () => {
      const scenario = scenarios.find((one) => one.name === name);
      if (scenario === undefined) expect.fail(`There is no scenario "${name}".`);
      const at = (await requestsOf(scenario)).indexOf(operation);
      await on(scenario, async (stage) => {
        stage.between = (cloud) => faulty(cloud, refused, at);
        const fault = await scenario.run(stage, stage.session()).catch((error: unknown) => error);
        expect(fault).to.be.instanceOf(Fault);
        expect((fault as Fault).hint).to.match(hint);
      });
    });
});
