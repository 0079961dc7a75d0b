import { expect } from 'chai';
import { compiledFile } from '../types/compiled.js';
import { factsOf, unlike } from './likeness.js';
import { publicationOf, publications } from './publications.js';
import { allRows, componentLines, differences, linesOf, rows, textOf } from './rows.js';

const all = publications();

describe('what is kept of the published templates', () => {
  const paths = [...new Set(rows.flatMap(({ published }) => published ?? []))];
  for (const path of paths) {
    const found = publicationOf(path);
    it(`${path}${found === undefined ? ' (skipped: not here, set JIML_CORPUS)' : ''}`, () => {
      if (found !== undefined) expect(all[path], 'UPDATE_GOLDEN=1 writes it').to.deep.equal(found);
    });
  }
});

describe('the same system as the published one, and shorter:', () => {
  for (const row of rows) {
    if (row.published === undefined) continue;
    const publication = all[row.published];
    it(`${row.id} (${row.file})`, () => {
      if (publication === undefined) throw new Error(`UPDATE_GOLDEN=1 writes what is to be known of ${row.published}.`);
      const ours = factsOf({ Resources: compiledFile(`blueprints/${row.file}`).resources } as object, true);
      expect(unlike(row, publication, ours)).to.deep.equal({ unexplained: [], needless: [] });
      const text = textOf(row.file);
      expect(linesOf(text) + componentLines(text)).to.be.lessThan(publication.lines);
    });
  }
});

describe('the intended differences', () => {
  const used = allRows.flatMap((row) => row.differences ?? []);
  for (const [name, { why }] of Object.entries(differences)) {
    it(`${name} has a reason, and a row`, () => {
      expect(why).to.match(/^[A-Z].*\.$/);
      expect(used).to.include(name);
    });
  }

  it('are all known', () => {
    expect(used.filter((name) => differences[name] === undefined)).to.deep.equal([]);
  });
});
