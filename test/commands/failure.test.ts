import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { failure } from '../../compiler/commands/failure.js';
import { Misuse, Refused } from '../../compiler/commands/outcome.js';

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('failure', () => {
  const rows: readonly (readonly [string, unknown, string, RegExp])[] = [
    ['misuse', new Misuse('No such thing.'), 'misuse', /^No such thing\.$/],
    ['a refusal', new Refused('Cannot.'), 'machine', /^Cannot\.$/],
    [
      'a missing file',
      thrownBy(() => readFileSync('/nowhere/x')),
      'machine',
      /^Cannot open "\/nowhere\/x": no such file or directory\.$/,
    ],
    [
      'a file that must not be there',
      thrownBy(() => writeFileSync('/', '', { flag: 'wx' })),
      'misuse',
      /exists already/,
    ],
    [
      'a mistake of ours',
      new TypeError('x is not a function'),
      'bug',
      /^This is a bug in jiml.*: x is not a function\n.*JIML_DEBUG=1/,
    ],
    ['what is no error', 'oops', 'bug', /oops/],
    ['a message for the terminal', new Misuse('\x1b[2J'), 'misuse', /^\\x1b\[2J$/],
  ];
  for (const [name, thrown, kind, text] of rows) {
    it(`tells of ${name}`, () => {
      const found = failure(thrown);
      expect(found.kind).to.equal(kind);
      expect(found.text).to.match(text);
    });
  }
});
