import { Diagnostics, type Report } from '../diagnostics/diagnostic.js';
import { compose, DEPTH_LIMIT } from '../source/compose.js';
import { parse } from '../source/parse.js';
import { type Document, Place } from '../source/place.js';
import { type Fault, readYaml } from './readYaml.js';
import { repeatedKeys } from './repeatedKeys.js';
import { branch, leaf, list, type Tree, twig } from './tree.js';

/** What the parser of blueprints has against texts that CloudFormation reads all the same. */
const HARMLESS = new Set(['merge-key', 'standard-tag', 'duplicate-key', 'yaml-boolean', 'ambiguous-number']);

/** Reads a template in JSON or YAML; undefined, and reported, where there is none that could be read. */
export function readTemplate(file: string, text: string, report: Report): Tree | undefined {
  const json = readJson(text);
  if (json !== undefined) {
    for (const { key, start, end } of repeatedKeys(text))
      report('repeated-key', placeOf(file, text, start, end), { key });
    return json;
  }
  const own = new Diagnostics();
  const document = parse(file, text, (code, place, args, extra) => {
    if (code === 'duplicate-key') report('repeated-key', place, args as { key: string }, { ...extra, hint: undefined });
    if (HARMLESS.has(code)) return;
    own.report(code, place, args, extra);
    report(code, place, args, extra);
  });
  if (own.failed) return undefined;
  const { document: composed } = compose(document.text);
  if (composed === undefined) return leaf(null);
  let faults = 0;
  const tree = readYaml(composed, document.text, (fault) => {
    faults++;
    reportFault(fault, document, report);
  });
  return faults === 0 ? tree : undefined;
}

function reportFault({ code, name, start, end }: Fault, document: Document, report: Report): void {
  const place = placeOf(document.file, document.text, start, end);
  if (code === 'unknown-tag') report(code, place, { tag: name });
  else if (code === 'unknown-anchor') report(code, place, { name });
  else if (code === 'too-many-aliases') report(code, place, { limit: Number(name) });
  else report(code, place, {});
}

function placeOf(file: string, text: string, start: number, end: number): Place {
  const span = { start: positionAt(text, start), end: positionAt(text, end) };
  return Place.root({ file, text, root: undefined, span: () => span });
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { offset, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** JSON by its own rules: strings with any character, the last of two keys; undefined where it is none, or too deep. */
function readJson(text: string): Tree | undefined {
  if (!/^\ufeff?\s*\{/.test(text) || depthOf(text) > DEPTH_LIMIT) return undefined;
  try {
    return treeOf(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return undefined;
  }
}

/** How deep lists and maps stand in each other. */
function depthOf(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return list(value.map(treeOf));
  if (typeof value !== 'object' || value === null) return leaf(value as string | number | boolean | null);
  return branch(Object.entries(value).map(([key, item]) => twig(key, treeOf(item))));
}
