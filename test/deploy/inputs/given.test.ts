import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { givenValues } from '../../../deploy/inputs/given.js';
import { inFolder } from './folder.js';

describe('a file of parameters', () => {
  it('may be what a program writes', () =>
    inFolder({}, async () => {
      execFileSync('mkfifo', ['pipe']);
      const writer = spawn('sh', ['-c', 'echo "P: longenough" > pipe']);
      const { values } = givenValues({ pairs: [], file: 'pipe', environment: {} });
      expect([...values]).to.deep.equal([['P', 'longenough']]);
      await once(writer, 'close');
    }));
});
