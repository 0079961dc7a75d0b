import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../types/compiled.js';

/** What a change does to a resource; `may replace` depends on what no template says. */
export type Change = 'add' | 'remove' | 'modify' | 'metadata' | 'replace' | 'may replace';

/** What is deployed after what was deployed before. */
export interface Update {
  readonly what: string;
  /** Another blueprint, of the same stack. */
  readonly file?: string;
  /** Parameters that change; the others keep their values. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Texts of the blueprint, each there once, and what stands in their place. */
  readonly edit?: Readonly<Record<string, string>>;
  /** The whole change set, by logical id. */
  readonly changes: Readonly<Record<string, Change>>;
}

/** A system, its blueprint, and what is proved of it: a file of `blueprints/index/`. */
export interface Row {
  readonly id: string;
  readonly file: string;
  readonly deploys: string;
  /** The published template of the same system, below the corpus. */
  readonly published?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly region?: string;
  /** Codes of warnings that its first lines explain. */
  readonly warnings?: readonly string[];
  /** Names of intended differences from the published template. */
  readonly differences?: readonly string[];
  /** Why it needs template content that the language has no word for. */
  readonly raw?: string;
  /** What is deployed before it, where it is itself an update. */
  readonly from?: Before;
  readonly updates?: readonly Update[];
}

/** Another blueprint of the same stack, and the whole change set that makes the row's own of it. */
export interface Before {
  readonly file: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly what: string;
  readonly changes: Readonly<Record<string, Change>>;
}

/** A difference that is meant, with what it explains. Types are those of CloudFormation. */
export interface Difference {
  readonly why: string;
  /** For published types, what stands in their place. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Types of which there may be more than in the published template. */
  readonly more?: readonly string[];
  /** Types of which there may be fewer. */
  readonly fewer?: readonly string[];
  /** `A > B`: what of type A needs of type B in the published template only. */
  readonly loosens?: readonly string[];
}

export const BLUEPRINTS = join(root, 'blueprints');

const INDEX = join(BLUEPRINTS, 'index');

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(INDEX, name), 'utf8')) as T;
}

/** All intended differences, by name. */
export const differences: Readonly<Record<string, Difference>> = read('differences.json');

/** All rows, in the order of their ids: B7 before B34. */
export const allRows: readonly Row[] = readdirSync(INDEX)
  .filter((name) => name.endsWith('.json') && name !== 'differences.json')
  .map((name) => read<Row>(name))
  .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

function orderOf({ id }: Row): string {
  return id.replace(/\d+/, (digits) => digits.padStart(4, '0'));
}

/** The rows to try: all, or the one that the variable ROW names. */
export const rows: readonly Row[] = allRows.filter(({ id }) => (process.env.ROW ?? id) === id);

export function textOf(file: string): string {
  return readFileSync(join(BLUEPRINTS, file), 'utf8');
}

export function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** The lines of the components that a text uses, and of those that they use: of their templates. */
export function componentLines(text: string, seen = new Set<string>()): number {
  const used = new Set([...text.matchAll(/\btype: ([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name));
  const templates = [...used].flatMap((name) => {
    const file = join('components', name, 'template.yaml');
    if (seen.has(name) || !existsSync(join(BLUEPRINTS, file))) return [];
    seen.add(name);
    return [textOf(file)];
  });
  return templates.reduce((sum, template) => sum + linesOf(template) + componentLines(template, seen), 0);
}

/** A new folder for what a test writes. */
export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'jiml-row-'));
}
