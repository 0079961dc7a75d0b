import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { states } from '../../../deploy/flow/states/states.js';
import { ROOT } from '../../compiler/imports.js';
import { statesTable } from './statesTable.js';

const path = join(ROOT, 'docs/deploying.md');
const TABLE = /(<!-- states -->\n)(.*?)(<!-- \/states -->)/s;

describe('the table of states in docs/deploying.md', () => {
  it('is what the program does', () => {
    const before = readFileSync(path, 'utf8');
    const now = before.replace(TABLE, (_, begin: string, _old, end: string) => `${begin}\n${statesTable()}\n${end}`);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, now);
    expect(before).to.match(TABLE);
    expect(readFileSync(path, 'utf8')).to.equal(now);
  });

  it('has a way out for everything that is refused', () => {
    const refused = Object.values(states).flatMap((row) => Object.values(row).filter((one) => one.do === 'refuse'));
    expect(refused).not.to.deep.equal([]);
    for (const { next } of refused) expect(next).not.to.deep.equal([]);
  });

  it('never deletes a stack that has resources to make a deployment go through', () => {
    const { deploy, plan, execute } = states;
    for (const row of [deploy, plan, execute])
      for (const [state, decision] of Object.entries(row))
        if (decision.do === 'rescue' && decision.rescue === 'empty') expect(state).to.equal('ROLLBACK_COMPLETE');
  });
});
