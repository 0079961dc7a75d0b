import { readTemplate } from '../../adopt/readTemplate.js';
import { at, type Tree } from '../../adopt/tree.js';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { Json, JsonMap } from '../../template/template.js';
import type { InputFile } from '../inputs.js';

/** Whether a text is meant as a CloudFormation template, rather than as a blueprint; it may be a broken one. */
export function looksLikeTemplate({ text }: InputFile): boolean {
  if (/^["']?Resources["']?\s*:/m.test(text)) return true;
  if (!/["']?Resources["']?\s*:/.test(text) || !/^\ufeff?\s*\{/.test(text)) return false;
  try {
    return Object.hasOwn(JSON.parse(text.replace(/^\ufeff/, '')), 'Resources');
  } catch {
    return !/["']?resources["']?\s*:/.test(text);
  }
}

/** Reads a template in JSON or YAML, with what it is in the long form of functions; undefined where it is none. */
export function templateOf({ file, text }: InputFile, report: Report): JsonMap | undefined {
  const tree = readTemplate(file, text, report);
  return tree !== undefined && at(tree, 'Resources')?.kind === 'branch' ? (jsonOf(tree) as JsonMap) : undefined;
}

/** The plain value of a tree. Maps have no prototype, so that no key is special. */
export function jsonOf(tree: Tree): Json {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(jsonOf);
  const map: Record<string, Json> = Object.create(null);
  for (const { key, value } of tree.entries) map[key] = jsonOf(value);
  return map;
}
