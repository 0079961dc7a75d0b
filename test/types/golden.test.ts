import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { blueprintsIn, compiledFile, root, typeFolders } from './compiled.js';

/** With UPDATE_GOLDEN=1 the expected templates are written instead of compared. */
const update = process.env.UPDATE_GOLDEN === '1';

const folders = [...typeFolders('schemas'), ...typeFolders('blueprints/components')];
const examples = folders.flatMap((folder) => blueprintsIn(`${folder}/examples`));
const blueprints = blueprintsIn('blueprints').filter((file) => file.endsWith('.yaml'));

function expectedOf(file: string): string {
  const beside = file.replace(/\.yaml$/, '.template.json');
  return file.startsWith('blueprints/') && !file.includes('/components/')
    ? beside.replace('blueprints/', 'test/golden/')
    : beside;
}

describe('the template of', () => {
  it('something is compared', () => {
    expect(examples.length).to.be.greaterThan(20);
    expect(blueprints.length).to.be.greaterThan(9);
  });

  for (const file of [...examples, ...blueprints]) {
    it(file, () => {
      const { text, messages } = compiledFile(file);
      expect(text, messages.join('\n')).not.to.equal('');
      const expected = join(root, expectedOf(file));
      if (update) writeFileSync(expected, text);
      expect(existsSync(expected), `${expected} is missing; UPDATE_GOLDEN=1 writes it`).to.equal(true);
      expect(text).to.equal(readFileSync(expected, 'utf8'));
    });
  }
});

describe('no message is shown for', () => {
  for (const file of [...examples, ...blueprints.filter((name) => name !== 'blueprints/shop.yaml')]) {
    it(file, () => {
      expect(compiledFile(file).messages).to.deep.equal([]);
    });
  }
});
