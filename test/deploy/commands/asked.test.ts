import { expect } from 'chai';
import { askedOf } from '../../../deploy/commands/asked.js';
import type { Given } from '../../../deploy/flow/deployment/options.js';

const template = { Parameters: { Secret: { Type: 'String', NoEcho: true }, Size: { Type: 'String' } }, Resources: {} };
const parameters = (...pairs: readonly string[]) => ({ parameters: { pairs, file: undefined, environment: {} } });

describe('what a command was asked for, to ask for it again', () => {
  const rows: readonly (readonly [Partial<Given>, string])[] = [
    [{}, ''],
    [{ importExisting: false, revertDrift: false, express: false, notify: [], rollbackAlarms: [], tags: [] }, ''],
    [{ revertDrift: true, importExisting: true, express: true }, ' --import-existing --revert-drift --express'],
    [{ onFailure: 'keep', roleArn: 'arn:role' }, ' --on-failure keep --role-arn arn:role'],
    [{ notify: ['a', 'b'], rollbackAlarms: ['c'] }, ' --notify a --notify b --rollback-alarm c'],
    [{ tags: ['team=the web'], templateBucket: 'templates' }, " --tag 'team=the web' --template-bucket templates"],
    [{ parameters: { pairs: [], file: 'values.json', environment: {} } }, ' --params values.json'],
    [parameters('Size=large', 'Secret=hunter2'), ' -P Size=large -P Secret=@FILE'],
    [parameters('Secret=-'), ' -P Secret=-'],
    [parameters('Secret=@secret'), ' -P Secret=@secret'],
    [parameters('Secret=@@hunter2'), ' -P Secret=@FILE'],
  ];
  for (const [given, text] of rows) {
    it(JSON.stringify(given), () => {
      expect(askedOf(given, template)).to.equal(text);
    });
  }
});
