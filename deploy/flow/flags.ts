import type { Session } from '../api/session.js';

/** The flags with which a proposed command asks the same CloudFormation, each with a blank before it. */
export function flagsOf({ local, flags = local ? ['--local'] : [] }: Pick<Session, 'local' | 'flags'>): string {
  return flags.map((word) => ` ${shell(word)}`).join('');
}

/** A word as a shell takes it. */
export function shell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
