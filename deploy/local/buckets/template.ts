import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { ReadTemplate } from '../simulation/scene.js';
import type { AccountState } from '../state/account.js';
import { refusal } from '../template/refuse.js';
import { objectAt } from './address.js';
import type { Bodies } from './bodies.js';

/**
 * Reads templates by their addresses: objects of the simulated S3, or files of the folder that jiml was called in, so
 * that stacks within stacks can be tried before they are uploaded.
 */
export function templateReader(bodies: Bodies, account: AccountState): ReadTemplate {
  return (url) => {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return fileAt(url);
    const object = objectAt(url);
    if (object === undefined) throw refusal('TemplateURL must be a supported URL.');
    const { bucket, key } = object;
    if (!account.buckets.some(({ name }) => name === bucket)) {
      throw refusal('S3 error: The specified bucket does not exist');
    }
    const body = bodies.read(bucket, key);
    if (body === undefined) throw refusal('S3 error: The specified key does not exist.');
    return Buffer.from(body).toString('utf8');
  };
}

function fileAt(path: string): string {
  const full = resolve(path);
  const inside = relative(process.cwd(), full);
  if (path === '' || inside.startsWith('..') || resolve(inside) !== full) {
    throw refusal('TemplateURL must be a supported URL.');
  }
  try {
    return readFileSync(full, 'utf8');
  } catch {
    throw refusal(`TemplateURL must be a supported URL. There is no file "${path}".`);
  }
}
