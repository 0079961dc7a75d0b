import { expect } from 'chai';
import fc from 'fast-check';
import type { StackStatus } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { shell } from '../../../deploy/flow/flags.js';
import { everyPage } from '../../../deploy/flow/pages.js';
import { ago, timeOf } from '../../../deploy/queries/age.js';
import { madeByJiml } from '../../../deploy/queries/author.js';
import { byName } from '../../../deploy/queries/named.js';
import { jsonIn, pathOf } from '../../../deploy/queries/pointer.js';
import { meaningOf, nextIn } from '../../../deploy/queries/states.js';
import { table } from '../../../deploy/queries/table.js';
import { play } from './cloud.js';

describe('ages', () => {
  const minute = 60_000;
  const cases: readonly (readonly [number, string])[] = [
    [-5, 'just now'],
    [0, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 min ago'],
    [59.9 * minute, '59 min ago'],
    [60 * minute, '1 h ago'],
    [23.9 * 60 * minute, '23 h ago'],
    [24 * 60 * minute, '1 day ago'],
    [400 * 24 * 60 * minute, '400 days ago'],
  ];
  for (const [milliseconds, expected] of cases) {
    it(`of ${milliseconds} ms are "${expected}"`, () => {
      expect(ago(1e12 - milliseconds, 1e12)).to.equal(expected);
    });
  }

  it('are of times, and of nothing else', () => {
    expect(timeOf(new Date(0))).to.equal('1970-01-01T00:00:00Z');
    expect([timeOf(undefined), timeOf(new Date(Number.NaN))]).to.deep.equal([undefined, undefined]);
  });
});

describe('tables', () => {
  it('have columns as wide as what is in them, in cells of a terminal', () => {
    expect(
      table(
        ['A', 'B', ''],
        [
          ['値', 'x', '1'],
          ['a\u0301', 'long', ''],
        ],
      ),
    ).to.equal('A   B\n値  x     1\na\u0301   long\n');
  });

  it('are nothing without rows', () => {
    expect(table(['A'], [])).to.equal('');
  });

  it('have a line for each row, whatever is in it', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const shown = table(undefined, rows);
        expect(shown.split('\n')).to.have.lengthOf(rows.length + 1);
        expect(shown.replaceAll('\n', '')).not.to.match(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});

describe('states', () => {
  it('lead to commands that name the stack, and what failed where that is known', () => {
    expect(nextIn('UPDATE_ROLLBACK_FAILED', 'shop.yaml', 'DB')).to.include('jiml continue shop.yaml --skip DB');
    expect(nextIn('UPDATE_ROLLBACK_FAILED', 'shop.yaml', undefined).join()).not.to.include('--skip');
    expect(nextIn('CREATE_COMPLETE', 'shop.yaml', 'DB')).to.deep.equal([]);
  });

  it('that AWS has added since are said to be unknown', () => {
    const added = 'PAUSED' as StackStatus;
    expect(meaningOf(added)).to.equal('This version of jiml does not know this state.');
    expect(nextIn(added, 'x', undefined)).to.include('jiml events x');
    expect(meaningOf('constructor' as StackStatus)).to.equal('This version of jiml does not know this state.');
  });
});

describe('paths of properties', () => {
  const cases: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['', []],
    ['/Tags/0/Value', ['Tags', 0, 'Value']],
    ['/a~1b/~0c/00', ['a/b', '~c', '00']],
    ['/~01', ['~1']],
  ];
  for (const [pointer, path] of cases) {
    it(`are read from ${JSON.stringify(pointer)}`, () => {
      expect(pathOf(pointer)).to.deep.equal(path);
    });
  }
});

describe('texts of JSON', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const cases: readonly (readonly [string, string | undefined, unknown])[] = [
    ['a map', '{"a": ["[[[", "\\\\"]}', { a: ['[[[', '\\'] }],
    ['nothing', undefined, undefined],
    ['no JSON', '{', undefined],
    ['what is nested without end', deep, undefined],
    ['brackets in a text', JSON.stringify(deep), deep],
  ];
  for (const [what, text, expected] of cases) {
    it(`of ${what} are read`, () => {
      expect(jsonIn(text)).to.deep.equal(expected);
    });
  }
});

describe('change sets', () => {
  const cases: readonly (readonly [string | undefined, boolean])[] = [
    ['jiml-deploy-a8fe', true],
    ['arn:aws:cloudformation:us-east-1:1:changeSet/jiml-plan-1/0', true],
    ['arn:aws:cloudformation:us-east-1:1:changeSet/mine/jiml-1', false],
    ['cdk-deploy-change-set', false],
    [undefined, false],
  ];
  for (const [name, expected] of cases) {
    it(`called ${name} are ${expected ? '' : 'not '}of jiml's making`, () => {
      expect(madeByJiml(name)).to.equal(expected);
    });
  }
});

describe('names that users gave', () => {
  it('are sorted, and none is special', () => {
    const map = byName([
      ['b', 1],
      ['__proto__', 2],
      ['B', 3],
    ]);
    expect(Object.entries(map)).to.deep.equal([
      ['B', 3],
      ['__proto__', 2],
      ['b', 1],
    ]);
  });
});

describe('words of a command', () => {
  it('are quoted where a shell would read them otherwise', () => {
    expect(['a-b/c.yaml', 'my shop.yaml', "it's", '$x'].map(shell)).to.deep.equal([
      'a-b/c.yaml',
      "'my shop.yaml'",
      "'it'\\''s'",
      "'$x'",
    ]);
  });
});

describe('pages', () => {
  it('are all asked for, and not again where an endpoint repeats itself', async () => {
    const page = (name: string, NextToken?: string) => ({
      Stacks: [{ StackName: name, StackStatus: undefined, CreationTime: undefined }],
      ...(NextToken === undefined ? {} : { NextToken }),
    });
    const names = async (pages: readonly ReturnType<typeof page>[]) => {
      const { session } = play({ DescribeStacks: pages });
      const stacks = await everyPage(session, 'DescribeStacks', {}, ({ Stacks }) => Stacks);
      return stacks.map(({ StackName }) => StackName).join('');
    };
    expect(await names([page('a', '1'), page('b', '2'), page('c')])).to.equal('abc');
    expect(await names([page('a', '1'), page('b', '1')])).to.equal('ab');
    expect(await names([page('a', '')])).to.equal('a');
  });

  it('are asked for again where a request fails that can go through', async () => {
    let asked = 0;
    const { session } = play({
      DescribeStacks: () => {
        asked++;
        if (asked % 2 === 1) throw new Fault(asked === 1 ? 'throttled' : 'unreachable', 'Throttling', 'Rate exceeded');
        return { Stacks: [], ...(asked === 2 ? { NextToken: '2' } : {}) };
      },
    });
    await everyPage(session, 'DescribeStacks', {}, ({ Stacks }) => Stacks);
    expect(asked).to.equal(4);
  });
});
