import type { ScalarNode } from './node.js';

/** What a scalar may be where it stands. */
export type ScalarType = 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** A scalar that YAML readers understand differently. */
export interface Trap {
  readonly kind: 'yaml-boolean' | 'ambiguous-number';
  /** What was written. */
  readonly written: string;
  /** How to write what was read. */
  readonly suggestion: string;
}

/** A scalar read by what its place allows. */
export interface Reading {
  readonly value: string | number | boolean | null;
  readonly trap?: Trap;
}

/**
 * Reads a scalar by the types that the schema of its place allows; undefined where the schema does not say. What fits
 * none of them is read as if the schema did not say, so that validation can name the wrong kind. `verbatim`: what is
 * quoted is a text in any case. Never fails.
 */
export function readScalar(node: ScalarNode, allowed: ReadonlySet<ScalarType> | undefined, verbatim = false): Reading {
  if (allowed === undefined || allowed.size === 0) return unguided(node);
  if (!quoted(node)) return readPlain(node.text, allowed);
  return verbatim ? { value: node.text } : readQuoted(node.text, allowed);
}

function quoted(node: ScalarNode): boolean {
  return node.style !== 'plain';
}

/** A quoted text is a string where one is allowed; CloudFormation writes numbers and booleans as texts, too. */
function readQuoted(text: string, allowed: ReadonlySet<ScalarType>): Reading {
  if (allowed.has('string')) return { value: text };
  return asNumber(text, allowed) ?? asBoolean(text, allowed) ?? { value: text };
}

/** Where a text may stand, only what prints back as it was written is read as something else. */
function readPlain(text: string, allowed: ReadonlySet<ScalarType>): Reading {
  const asNull = allowed.has('null') || !allowed.has('string') ? readNull(text) : undefined;
  if (!allowed.has('string')) {
    return asNull ?? asNumber(text, allowed) ?? asBoolean(text, allowed) ?? { value: text };
  }
  const number = numeric(allowed) && !printsBack(text) ? undefined : asNumber(text, allowed);
  return asNull ?? number ?? asBoolean(text, allowed) ?? { value: text };
}

function numeric(allowed: ReadonlySet<ScalarType>): boolean {
  return allowed.has('number') || allowed.has('integer');
}

/** A decimal number as JSON writes it, but for leading zeros and an explicit plus. */
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

function asNumber(text: string, allowed: ReadonlySet<ScalarType>): Reading | undefined {
  if (!numeric(allowed) || !DECIMAL.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // YAML 1.1 reads a leading zero as octal.
  const octal = /^[-+]?0[0-7]+$/.test(text);
  return octal ? { value, trap: { kind: 'ambiguous-number', written: text, suggestion: String(value) } } : { value };
}

/** What YAML 1.1 reads as a boolean and YAML 1.2 as a text. */
const OLD_BOOLEAN = /^(?:y|yes|on|n|no|off)$/i;

function asBoolean(text: string, allowed: ReadonlySet<ScalarType>): Reading | undefined {
  if (!allowed.has('boolean')) return undefined;
  const value = coreBoolean(text);
  if (value !== undefined) return { value };
  if (allowed.has('string') || !OLD_BOOLEAN.test(text)) return undefined;
  const suggestion = /^(?:y|yes|on)$/i.test(text) ? 'true' : 'false';
  return { value: text, trap: { kind: 'yaml-boolean', written: text, suggestion } };
}

function coreBoolean(text: string): boolean | undefined {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  return /^(?:false|False|FALSE)$/.test(text) ? false : undefined;
}

function readNull(text: string): Reading | undefined {
  return /^(?:null|Null|NULL|~|)$/.test(text) ? { value: null } : undefined;
}

/** YAML 1.2 core, where nobody disagrees about what it means; otherwise the text, with the trap that it is. */
function unguided(node: ScalarNode): Reading {
  const { text } = node;
  if (quoted(node)) return { value: text };
  const value = coreBoolean(text);
  if (value !== undefined) return { value };
  if (printsBack(text)) return { value: Number(text) };
  return readNull(text) ?? { value: text, ...trapOf(text) };
}

function printsBack(text: string): boolean {
  return DECIMAL.test(text) && String(Number(text)) === text;
}

/** Numbers of YAML 1.2 core and of YAML 1.1: binary, octal, hexadecimal, with underscores, base 60, infinities. */
const NUMBER =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|[\d][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;
const UNDERSCORED = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;

function trapOf(text: string): { trap?: Trap } {
  const number = NUMBER.test(text) || UNDERSCORED.test(text);
  const kind = number ? 'ambiguous-number' : OLD_BOOLEAN.test(text) && text.length > 1 ? 'yaml-boolean' : undefined;
  return kind === undefined ? {} : { trap: { kind, written: text, suggestion: `"${text}"` } };
}
