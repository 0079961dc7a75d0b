import { createHash } from 'node:crypto';

/** The beginning of the names of change sets and of the tokens that jiml makes. */
const PREFIX = 'jiml-';

/**
 * A token for a request, the same for the same words. With the stack's newest event among them it is the same as long as
 * nothing happens, so that a request that was made already is not made again, and another one later is.
 * Letters, digits and dashes, at most 128 (CloudFormation API Reference, ClientRequestToken).
 */
export function tokenFor(what: string, ...words: readonly (string | number | undefined)[]): string {
  return `${PREFIX}${what}-${digest(words)}`;
}

/** Twenty hexadecimal digits that tell lists of words apart. */
export function digest(words: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 20);
}

/** Whether jiml made a change set that is called so. */
export function isOurs(changeSet: string | undefined): boolean {
  return changeSet?.startsWith(PREFIX) === true;
}

/** Whether it waits for somebody to approve it. */
export function isPlan(changeSet: string | undefined): boolean {
  return changeSet?.startsWith(`${PREFIX}plan-`) === true;
}
