import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (secret: string, salt: Buffer, length: number) => Promise<Buffer>;

/** SHA-256 of a text's bytes, in hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Random bytes to hash secrets with, in hex. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/** What tells one secret from another and is slow to guess from (scrypt, RFC 7914), in hex. The name is hashed with it. */
export async function secretHash(name: string, secret: string, salt: string): Promise<string> {
  const key = await derive(secret, Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(name)]), 32);
  return key.toString('hex');
}

/** Whether two hashes are the same. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
