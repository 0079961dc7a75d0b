import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../compiler/imports.js';
import { played } from './folder.js';
import { storyOf, textOf } from './story.js';

const FOLDER = join(ROOT, 'test', 'transcripts');

describe('what a person sees', () => {
  for (const name of readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()) {
    it(name, async () => {
      const file = join(FOLDER, name);
      const story = storyOf(readFileSync(file, 'utf8'));
      const text = textOf(await played(story));
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
      expect(story.steps).not.to.deep.equal([]);
      expect(text).to.equal(readFileSync(file, 'utf8'));
    });
  }
});
