import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwritable } from '../store/files.js';

/** What lies in the objects of the simulated S3: a file each. */
export class Bodies {
  constructor(private readonly folder: string) {}

  /** Undefined where there is none. */
  read(bucket: string, key: string): Uint8Array | undefined {
    try {
      return readFileSync(this.pathOf(bucket, key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws Fault where the system does not let it be written. */
  write(bucket: string, key: string, body: Uint8Array): void {
    const path = this.pathOf(bucket, key);
    const beside = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(beside, body, { mode: 0o600 });
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw unwritable(path, error);
    }
  }

  delete(bucket: string, key: string): void {
    rmSync(this.pathOf(bucket, key), { force: true });
  }

  /** Keys may be anything, so that files are not called by them. */
  private pathOf(bucket: string, key: string): string {
    return join(
      this.folder,
      createHash('sha256')
        .update(JSON.stringify([bucket, key]))
        .digest('hex'),
    );
  }
}
