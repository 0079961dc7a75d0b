import { crc32 } from 'node:zlib';

/** A file of an archive: its path in there with `/`, and what is in it. */
export interface Packable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The oldest moment that the format knows, 1980-01-01 00:00: when a file was changed is no part of what it is. */
const DATE = 0x0021;

/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800;

/** Made on Unix: so that the modes below are understood. */
const MADE_BY = (3 << 8) | 20;

/** A plain file that all may read and run. Programs must be able to run, and not every system knows which files may. */
const MODE = 0o100755 * 0x10000;

/** The signatures and lengths of the format's records (APPNOTE.TXT 6.3, "4.3.7 Local file header" and following). */
const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22 };

/**
 * An archive that is the same bytes for the same files: in the order of their names, without their times and modes, and
 * not compressed, since what compresses is not the same in all versions of Node.
 */
export function zip(files: readonly Packable[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of sorted) {
    const path = Buffer.from(name, 'utf8');
    const about = description(path, bytes);
    parts.push(record(LOCAL.signature, about), path, bytes);
    directory.push(entry(about, offset), path);
    offset += LOCAL.length + path.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...parts, ...directory, end(sorted.length, size, offset)]);
}

/** What both headers of a file say of it. */
function description(path: Uint8Array, bytes: Uint8Array): Buffer {
  const about = Buffer.alloc(LOCAL.length - 4);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(FLAGS, 2);
  about.writeUInt16LE(DATE, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(path.length, 22);
  return about;
}

function record(signature: number, ...parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, ...parts]);
}

/** An entry of the directory: where its file begins. */
function entry(about: Uint8Array, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(MADE_BY);
  const rest = Buffer.alloc(CENTRAL.length - LOCAL.length - 2);
  rest.writeUInt32LE(MODE, 6);
  rest.writeUInt32LE(offset, 10);
  return record(CENTRAL.signature, made, about, rest);
}

function end(count: number, size: number, offset: number): Buffer {
  const rest = Buffer.alloc(END.length - 4);
  rest.writeUInt16LE(count, 4);
  rest.writeUInt16LE(count, 6);
  rest.writeUInt32LE(size, 8);
  rest.writeUInt32LE(offset, 12);
  return record(END.signature, rest);
}
