import { expect } from 'chai';
import { type Account, type Deploying, template, topic, withAccount } from './account.js';

/** What is deployed one after the other, and what the last of it leads to. */
export interface Story {
  readonly title: string;
  readonly before?: string;
  readonly after: string;
  readonly options?: Deploying;
  /** What is done then. */
  readonly next?: (account: Account) => Promise<unknown>;
  readonly events: readonly string[];
}

/** What a resource says that was made to fail. */
export const simulated = (written: string) =>
  `Resource handler returned message: "Simulated failure (--fail ${written})" (RequestToken: …, HandlerErrorCode: GeneralServiceException)`;
/** Why a resource is made anew. */
export const NEW = 'Requested update requires the creation of a new physical resource; hence creating one.';

/** B waits for A. */
export const chain = (shown: string) =>
  template({ A: topic({ DisplayName: shown }), B: topic({ DisplayName: shown }, { DependsOn: 'A' }) });

/** A resource of which a snapshot can be kept. */
export const DATABASE = {
  Type: 'AWS::RDS::DBInstance',
  Properties: { DBInstanceClass: 'db.t3.micro', AllocatedStorage: '20', Engine: 'mysql' },
};

/** A queue. */
export const queue = (properties: object) => ({ Type: 'AWS::SQS::Queue', Properties: properties });

/** Holds a story to what happens in it. */
export function plays(story: Story): Promise<void> {
  return withAccount(async (account) => {
    expect(await eventsOf(story, account)).to.deep.equal(story.events);
  });
}

/** What happens in a story, from the last deployment on. */
async function eventsOf({ before, after, options = {}, next }: Story, account: Account) {
  if (before !== undefined) await account.deploy('s', before);
  const start = before === undefined ? 0 : (await account.story('s')).length;
  const changeSet = await account.propose('s', after, withoutOwn(options));
  const id = await account.id('s');
  await account.open({ fail: options.fail ?? [], fast: options.fast ?? true }).cloud.call('ExecuteChangeSet', {
    StackName: 's',
    ChangeSetName: changeSet,
    ...(options.keep === true && { DisableRollback: true }),
  });
  await next?.(account);
  return account.story(id, start);
}

/** What is said to CloudFormation. */
function withoutOwn({ fail: _, fast: __, keep: ___, ...more }: Deploying) {
  return more;
}
