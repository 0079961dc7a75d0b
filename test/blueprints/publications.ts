import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { published } from '../diff/sides.js';
import { root } from '../types/compiled.js';
import { type Facts, factsOf } from './likeness.js';
import { allRows, linesOf } from './rows.js';

/** What is kept of a published template, so that nobody needs it to run the tests. */
export interface Publication extends Facts {
  readonly lines: number;
}

const FILE = join(root, 'test', 'golden', 'published.json');

/** A published template, read; undefined where the corpus is absent. */
export function publicationOf(path: string): Publication | undefined {
  const file = published(path);
  if (file === undefined) return undefined;
  const text = readFileSync(file, 'utf8');
  return { lines: linesOf(text), ...factsOf(JSON.parse(text), false) };
}

/** What is kept of the published templates, by path. With UPDATE_GOLDEN=1 it is written again where the corpus is. */
export function publications(): Readonly<Record<string, Publication>> {
  const kept = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  if (process.env.UPDATE_GOLDEN !== '1') return kept;
  const paths = [...new Set(allRows.flatMap((row) => row.published ?? []))].sort();
  const all = Object.fromEntries(paths.map((path) => [path, publicationOf(path) ?? kept[path]]));
  writeFileSync(FILE, `${JSON.stringify(all, null, 1)}\n`);
  return all;
}
