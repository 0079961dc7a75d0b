import { createHash } from 'node:crypto';

const HEXADECIMAL = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The letters that CloudFormation's generated names end in. */
const MIXED = `${LETTERS}${LETTERS.toLowerCase()}0123456789`;

/** Texts that look like chance and always are the same for the same seed. */
export class Chance {
  private readonly seed: readonly string[];
  private bytes: Buffer | undefined;
  private at = 0;

  constructor(...seed: readonly string[]) {
    this.seed = seed;
  }

  /** A number from 0 up to, and without, `below` (at most 65,536). */
  number(below: number): number {
    this.bytes ??= digest(JSON.stringify(this.seed));
    if (this.at >= this.bytes.length) {
      this.bytes = digest(this.bytes);
      this.at = 0;
    }
    const number = this.bytes.readUInt16BE(this.at);
    this.at += 2;
    return number % below;
  }

  /** Lower-case hexadecimal digits, as in the ids of EC2. */
  hex(length: number): string {
    return this.from(HEXADECIMAL, length);
  }

  /** Letters of both cases and digits, as at the end of generated names. */
  mixed(length: number): string {
    return this.from(MIXED, length);
  }

  /** Upper-case letters and digits. */
  upper(length: number): string {
    return this.from(`${LETTERS}0123456789`, length);
  }

  /** Lower-case letters and digits. */
  lower(length: number): string {
    return this.from(`${LETTERS.toLowerCase()}0123456789`, length);
  }

  digits(length: number): string {
    return this.from('123456789', length);
  }

  /** `8-4-4-4-12` hexadecimal digits. */
  uuid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');
  }

  private from(letters: string, length: number): string {
    return Array.from({ length }, () => letters[this.number(letters.length)]).join('');
  }
}

function digest(data: string | Buffer): Buffer {
  return createHash('sha512').update(data).digest();
}
