/** A plain scalar as CloudFormation sees it. */
export interface Seen {
  readonly value: string | number | boolean | null;
  /** Whether a reader of YAML 1.2, and so a reader of the blueprint, would see something else in what was written. */
  readonly surprising: boolean;
}

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const BINARY = /^[-+]?0b[01_]+$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[\da-fA-F_]+$/;
const INTEGER = /^[-+]?(?:0|[1-9][\d_]*)$/;
const BASE_60 = /^[-+]?[\d][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const FLOAT = /^[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]\d+)?$/;

/**
 * Reads a plain scalar by YAML 1.1 (yaml.org/type: bool, int, float, null), which CloudFormation follows without
 * timestamps (CloudFormation User Guide, "Template format"). What it reads differently from YAML 1.2 is marked. A number
 * that JSON would write with other digits (`5.0`, more than fifteen of them) stays the text that it was: properties that are
 * texts get those.
 */
export function seen(text: string): Seen {
  if (NULL.test(text)) return { value: null, surprising: false };
  if (TRUE.test(text)) return { value: true, surprising: !/^true$/i.test(text) };
  if (FALSE.test(text)) return { value: false, surprising: !/^false$/i.test(text) };
  const value = numberOf(text);
  if (value === undefined) return { value: text, surprising: false };
  return { value, surprising: Number(text) !== value };
}

function numberOf(text: string): number | undefined {
  const digits = text.replaceAll('_', '');
  const negative = digits.startsWith('-');
  const bare = digits.replace(/^[-+]/, '');
  const size = sizeOf(text, bare);
  if (size === undefined || !Number.isFinite(size)) return undefined;
  if (Number.isInteger(size) && (!Number.isSafeInteger(size) || FLOAT.test(text))) return undefined;
  return negative ? -size : size;
}

function sizeOf(text: string, bare: string): number | undefined {
  if (INTEGER.test(text)) return Number(bare);
  if (BINARY.test(text)) return Number.parseInt(bare.slice(2), 2);
  if (HEXADECIMAL.test(text)) return Number.parseInt(bare.slice(2), 16);
  if (OCTAL.test(text)) return Number.parseInt(bare, 8);
  if (FLOAT.test(text)) return Number(bare);
  if (!BASE_60.test(text) || (text.startsWith('0') && !text.includes('.'))) return undefined;
  return bare.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A plain scalar as a key: keys are texts, so a number is its digits. */
export function seenKey(text: string): string {
  return String(seen(text).value);
}
