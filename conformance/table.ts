import { join } from 'node:path';
import type { Result } from './trial.js';

/** More rows than this say less. */
const MOST = 10;

const HEADINGS = [
  'folder',
  'files',
  'templates',
  'adopted',
  'compiled',
  'equal',
  'errors',
  'warnings',
  'crashes',
  'to find',
  'found',
  'slowest',
];

/** A line for each folder, and one for all. */
export function table(folders: readonly string[], results: readonly Result[]): string {
  const named = folders.length === 1 ? folders.flatMap((folder) => parts(folder, results)) : folders;
  const rows = named.map((folder) =>
    row(
      folder,
      results.filter(({ file }) => file.startsWith(folder)),
    ),
  );
  const all = named.length > 1 ? [row('all', results)] : [];
  const lines = [HEADINGS, ...rows, ...all];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** What a folder consists of, where all that is in it is in folders. */
function parts(folder: string, results: readonly Result[]): readonly string[] {
  const inside = results
    .filter(({ file }) => file.startsWith(join(folder, '/')))
    .map(({ file }) => file.slice(join(folder, '/').length));
  const names = new Set(inside.map((file) => file.split('/')[0] ?? ''));
  const whole = names.size > MOST || names.size < 2 || inside.every((file) => !file.includes('/'));
  return whole ? [folder] : [...names].sort().map((name) => join(folder, name));
}

/** Errors and warnings are counted as files that have some. */
function row(name: string, results: readonly Result[]): readonly string[] {
  const templates = results.filter(({ template }) => template);
  const count = (test: (result: Result) => boolean) => String(templates.filter(test).length);
  const expected = results.reduce((sum, result) => sum + (result.expected ?? 0), 0);
  const missed = results.reduce((sum, result) => sum + (result.missed?.length ?? 0), 0);
  const slowest = Math.max(0, ...results.map(({ milliseconds }) => milliseconds));
  return [
    name,
    String(results.length),
    String(templates.length),
    count(({ adopted }) => adopted),
    count(({ compiled }) => compiled),
    count(({ equal }) => equal),
    count(({ errors }) => errors.length > 0),
    count(({ warnings }) => warnings.length > 0),
    String(results.filter(({ crash }) => crash !== undefined).length),
    String(expected),
    String(expected - missed),
    `${slowest} ms`,
  ];
}
