import { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { expect } from 'chai';
import fc from 'fast-check';
import { cellsIn, clip, fill } from '../../../deploy/progress/fit.js';
import { placeOf } from '../../../deploy/progress/places.js';
import { directionOf, meaningOf, stageOf } from '../../../deploy/progress/statuses.js';
import { showsUnicode } from '../../../deploy/progress/symbols.js';
import { elapsed, timeOfDay } from '../../../deploy/progress/time.js';

describe('times', () => {
  for (const [milliseconds, text] of [
    [0, '0s'],
    [-5000, '0s'],
    [999, '0s'],
    [59_999, '59s'],
    [60_000, '1m00s'],
    [242_000, '4m02s'],
    [3_599_000, '59m59s'],
    [4_020_000, '1h07m'],
    [Number.NaN, '0s'],
  ] as const) {
    it(`of ${milliseconds} milliseconds are ${text}`, () => {
      expect(elapsed(milliseconds)).to.equal(text);
    });
  }

  it('of the day are in UTC', () => {
    expect(timeOfDay(Date.UTC(2026, 10, 21, 1, 2, 3, 999))).to.equal('01:02:03Z');
    expect(timeOfDay(Date.UTC(123_456, 0, 1, 1, 2, 3))).to.equal('01:02:03Z');
    expect(timeOfDay(Number.NaN)).to.equal('00:00:00Z');
  });
});

describe('a text in a column', () => {
  for (const [text, width, clipped] of [
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['abc', 0, ''],
    ['', 3, ''],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['a\x1b[31m', 20, 'a\\x1b[31m'],
    ['👨‍👩‍👧 family', 4, '👨‍👩‍👧 …'],
  ] as const) {
    it(`of ${width} cells is ${JSON.stringify(clipped)} for ${JSON.stringify(text)}`, () => {
      expect(clip(text, width)).to.equal(clipped);
    });
  }

  it('is never wider than its column, and as wide where it is filled', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, fc.nat(30), (text, width) => {
        expect(cellsIn(clip(text, width))).to.be.at.most(width);
        expect(cellsIn(fill(text, width))).to.equal(width);
      }),
    );
  });

  it('costs nothing where it is very long', () => {
    expect(clip('x'.repeat(1e7), 5)).to.equal('xxxx…');
    expect(cellsIn(clip(`a${'\u0301'.repeat(1e6)}b`, 5))).to.be.at.most(5);
  });
});

describe('a place', () => {
  const text = 'a: 1\n  - b: 2  \n\nlast';
  for (const [where, column, end] of [
    ['a.yaml:1', 1, 5],
    ['a.yaml:2', 5, 9],
    ['a.yaml:2:7', 5, 9],
    ['a.yaml:3', 1, 1],
    ['C:\\a.yaml:4', 1, 5],
    ['a.yaml:9', 1, 1],
  ] as const) {
    it(`is the text of its line, for ${where}`, () => {
      const { span } = placeOf(where, text) ?? {};
      expect([span?.start.column, span?.end.column]).to.deep.equal([column, end]);
    });
  }

  it('is read back with its file and line', () => {
    const { file, span } = placeOf('git:HEAD:a.yaml:14', undefined) ?? {};
    expect([file, span?.start.line]).to.deep.equal(['git:HEAD:a.yaml', 14]);
  });

  it('is none without a line', () => {
    for (const where of ['', 'a.yaml', 'a.yaml:', ':3', 'a.yaml:x']) expect(placeOf(where, text)).to.equal(undefined);
  });
});

describe('states', () => {
  it('of resources are read by their words, which agree with their endings', () => {
    for (const status of Object.values(ResourceStatus)) {
      expect(meaningOf(status).stage, status).to.equal(stageOf(status));
      expect(meaningOf(status).word.length, status).to.be.within(1, 9);
    }
  });

  it('that are not known are read by their endings', () => {
    for (const [status, stage] of [
      ['MOVE_IN_PROGRESS', 'active'],
      ['constructor', 'done'],
      ['MOVE_FAILED', 'failed'],
    ] as const) {
      expect(meaningOf(status as ResourceStatus).stage).to.equal(stage);
    }
    expect(directionOf('toString' as StackStatus)).to.equal('forward');
  });

  it('of stacks go back where they are rolled back', () => {
    for (const status of Object.values(StackStatus)) {
      expect(directionOf(status) === 'forward', status).to.equal(!/ROLLBACK|UPDATE_COMPLETE/.test(status));
    }
  });
});

describe('a terminal', () => {
  for (const [environment, shows] of [
    [{}, true],
    [{ LANG: 'C' }, false],
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{ LANG: 'en_US.utf8' }, true],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'POSIX' }, false],
    [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, true],
    [{ LANG: 'de_DE.UTF-8', TERM: 'linux' }, false],
  ] as const) {
    it(`shows ${shows ? 'more than ASCII' : 'ASCII only'} with ${JSON.stringify(environment)}`, () => {
      expect(showsUnicode(environment)).to.equal(shows);
    });
  }
});
