import type { Clock } from '../../deploy/api/session.js';
import { openLocal } from '../../deploy/local/open.js';

// A process of its own, as a colleague's: makes a change set of the local CloudFormation, not by way of jiml.
const [stack = '', type = 'UPDATE', template = '', region = 'us-east-1'] = process.argv.slice(2);
const clock: Clock = { now: () => Date.now(), sleep: async () => {} };
const { cloud } = openLocal({ folder: '.jiml/local', region, fast: true, fail: [], clock });
await cloud.call('CreateChangeSet', {
  StackName: stack,
  ChangeSetName: 'of-a-colleague',
  ChangeSetType: type as 'CREATE' | 'UPDATE',
  TemplateBody: template,
});
console.log(`A colleague's change set waits in "${stack}".`);
