import { expect } from 'chai';
import { showsUnicode } from '../../../deploy/progress/symbols.js';

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
