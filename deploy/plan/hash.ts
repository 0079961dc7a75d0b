import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a text's bytes, in hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Random bytes to hash secrets with, in hex. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/** What tells one secret from another and is slow to guess from (scrypt, RFC 7914), in hex. The name is hashed with it. */
export function secretHash(name: string, secret: string, salt: string): Promise<string> {
  const salted = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(name)]);
  return new Promise((resolve, reject) => {
    scrypt(secret, salted, 32, (error, key) => (error === null ? resolve(key.toString('hex')) : reject(error)));
  });
}

/** Whether two hashes are the same. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

const MADE = 'Made by jiml from the template with the SHA-256 ';

/** How a change set is described, so that it tells which template it was made from. */
export function description(template: string): string {
  return `${MADE}${digestOf(template)}.`;
}

/** The digest in a change set's description; undefined where it tells none. */
export function describedTemplate(text: string | undefined): string | undefined {
  return text?.startsWith(MADE) === true ? text.slice(MADE.length, -1) : undefined;
}
