import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { format } from '../../compiler/source/format.js';

const BLUEPRINTS = join(import.meta.dirname, '..', '..', '..', 'blueprints');

describe('the blueprints that come with jiml', () => {
  for (const name of readdirSync(BLUEPRINTS).filter((file) => file.endsWith('.yaml'))) {
    it(`${name} is formatted`, () => {
      const text = readFileSync(join(BLUEPRINTS, name), 'utf8');
      expect(format(text)).to.equal(text);
    });
  }
});
