import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../../api/fault.js';

/** What tells one content of a file from another. */
interface Stamp {
  readonly ino: bigint;
  readonly mtimeNs: bigint;
  readonly size: bigint;
}

interface Known {
  readonly stamp: Stamp;
  readonly value: unknown;
}

/** How values are written and read. */
export interface Codec<T> {
  encode(value: T): unknown;
  /** @throws Where the JSON is not what `encode` gives. */
  decode(json: unknown): T;
}

/**
 * JSON files of one folder, kept in memory for as long as nobody else writes them. Files are written beside their place
 * and then moved there, so that nobody reads half of one; secrets stand in them, so that only their owner may read them.
 */
export class JsonFiles {
  private readonly known = new Map<string, Known>();

  constructor(private readonly folder: string) {}

  /** What a file holds; undefined where there is none. @throws Fault where it is not what was written there. */
  read<T>(name: string, codec: Codec<T>): T | undefined {
    const path = join(this.folder, name);
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    const known = this.known.get(name);
    if (known !== undefined && same(known.stamp, stamp)) return known.value as T;
    const value = decoded(path, codec);
    this.known.set(name, { stamp, value });
    return value;
  }

  /** @throws Fault where the system does not let it be written. */
  write<T>(name: string, value: T, codec: Codec<T>): void {
    const path = join(this.folder, name);
    const beside = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(beside, JSON.stringify(codec.encode(value)), { mode: 0o600 });
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw unwritable(path, error);
    }
    const stamp = stampOf(path);
    if (stamp !== undefined) this.known.set(name, { stamp, value });
  }

  /** @throws Fault where the system does not let it go. */
  remove(name: string): void {
    const path = join(this.folder, name);
    this.known.delete(name);
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  /** Forgets what is in memory, because it may have been changed halfway. */
  forget(): void {
    this.known.clear();
  }
}

function stampOf(path: string): Stamp | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function same(a: Stamp, b: Stamp): boolean {
  return a.ino === b.ino && a.mtimeNs === b.mtimeNs && a.size === b.size;
}

function decoded<T>(path: string, codec: Codec<T>): T {
  try {
    return codec.decode(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault(
      'broken',
      'CorruptState',
      `The local CloudFormation cannot read its state in "${path}": ${why.replace(/\.$/, '')}.`,
      'Delete the folder to begin with an empty account, or restore the file.',
      true,
    );
  }
}

/** That something cannot be written, which asking again does not help. */
export function unwritable(path: string, error: unknown): Fault {
  const code = (error as NodeJS.ErrnoException).code ?? 'Unknown';
  return new Fault('broken', code, `The local CloudFormation cannot write "${path}" (${code}).`, undefined, true);
}
