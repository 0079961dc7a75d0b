import { crc32 } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Packable, zip } from '../../compiler/source/zip.js';

/** What a reader of archives finds in the directory at the end, and where that says that it is. */
function read(archive: Uint8Array): readonly { readonly name: string; readonly text: string; readonly mode: number }[] {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).to.equal(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  expect(at + bytes.readUInt32LE(end + 12)).to.equal(end);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect(bytes.readUInt32LE(at)).to.equal(0x02014b50);
    const [size, named] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString('utf8', at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).to.equal(0x04034b50);
    const begin = local + 30 + bytes.readUInt16LE(local + 26);
    const content = bytes.subarray(begin, begin + size);
    expect(crc32(content)).to.equal(bytes.readUInt32LE(at + 16));
    const mode = bytes.readUInt32LE(at + 38) >>> 16;
    at += 46 + named;
    return { name, text: content.toString('utf8'), mode };
  });
}

const file = (name: string, text: string): Packable => ({ name, bytes: Buffer.from(text) });

describe('an archive', () => {
  it('has the files in the order of their names, which all may read and run', () => {
    expect(read(zip([file('b/ü.js', 'two'), file('a.js', ''), file('B', 'one')]))).to.deep.equal([
      { name: 'B', text: 'one', mode: 0o100755 },
      { name: 'a.js', text: '', mode: 0o100755 },
      { name: 'b/ü.js', text: 'two', mode: 0o100755 },
    ]);
  });

  it('of no file has none', () => {
    expect(read(zip([]))).to.deep.equal([]);
  });

  it('is the same bytes in whatever order the files come, and gives back what they were', () => {
    const files = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), fc.string()), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    fc.assert(
      fc.property(files, (entries) => {
        const all = entries.map(([name, text]) => file(name, text));
        const archive = zip(all);
        expect(Buffer.compare(archive, zip(all.toReversed()))).to.equal(0);
        const found = new Map(read(archive).map(({ name, text }) => [name, text]));
        expect(found).to.deep.equal(new Map(entries.map(([name, text]) => [utf8(name), utf8(text)])));
      }),
    );
  });
});

/** As it is after a way through bytes. */
function utf8(text: string): string {
  return Buffer.from(text).toString('utf8');
}
