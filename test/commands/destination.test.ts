import { expect } from 'chai';
import { destination, type Product } from '../../compiler/commands/destination.js';
import { Misuse } from '../../compiler/commands/outcome.js';

const shop: Product = { name: 'shop.json', from: ['shop.yaml'], text: '1' };
const other: Product = { name: 'other.json', from: ['x/other.yaml'], text: '2' };

describe('destination', () => {
  const rows: readonly (readonly [string, readonly Product[], string | undefined, string, readonly string[]])[] = [
    ['one, without -o', [shop], undefined, '1', []],
    ['one, to -', [shop], '-', '1', []],
    ['one, to a file', [shop], 'a.json', '', ['a.json']],
    ['one, to a folder', [shop], 'out/', '', ['out/shop.json']],
    ['several, to a folder', [shop, other], 'out', '', ['out/shop.json', 'out/other.json']],
    ['none', [], undefined, '', []],
  ];
  for (const [name, products, to, output, paths] of rows) {
    it(name, () => {
      const found = destination(products, to);
      expect(found.output).to.equal(output);
      expect(found.files.map(({ path }) => path)).to.deep.equal(paths);
    });
  }

  const refused: readonly (readonly [string, readonly Product[], string | undefined, RegExp])[] = [
    ['several on standard output', [shop, other], undefined, /-o FOLDER/],
    ['a blueprint as its own result', [shop], './shop.yaml', /would be overwritten/],
    ['two results in one file', [shop, shop], 'out', /Two results would be written to "out.shop.json"/],
  ];
  for (const [name, products, to, message] of refused) {
    it(`refuses ${name}`, () => expect(() => destination(products, to)).to.throw(Misuse, message));
  }
});
