import { readdirSync, statSync } from 'node:fs';
import { filesOf } from '../../compiler/commands/inputs.js';
import { looksLikeTemplate } from '../../compiler/commands/sides/template.js';

/** Files that are looked into in search of a blueprint have at most this many bytes: 8 MiB. */
const MOST_BYTES = 8 * 1024 * 1024;

const ENDING = /^[^.].*\.(?:yaml|yml|json)$/i;

/** Whether a word names a blueprint: standard input, a file that ends as blueprints do, or a folder with such files. */
export function isBlueprint(word: string): boolean {
  if (word === '-') return true;
  const found = statOf(word);
  if (found?.isFile() === true) return /\.(?:ya?ml|json)$/i.test(word);
  return found?.isDirectory() === true && namesIn(word).some((name) => ENDING.test(name));
}

/** The files directly in a folder that look like blueprints, sorted. */
export function blueprintsIn(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => {
    const found = ENDING.test(name) ? statOf(name) : undefined;
    return found?.isFile() === true && found.size <= MOST_BYTES && saysResources(name);
  });
}

/** What jiml prints as JSON begins so, and a plan does; no blueprint has a version. */
const DOCUMENT = /^\s*\{\s*"version"\s*:/;

/** Whether a file has `resources` as blueprints have them. */
function saysResources(file: string): boolean {
  try {
    return filesOf(file).every(
      (one) =>
        /(?:^[ \t]*|[{,]\s*)["']?resources["']?\s*:/m.test(one.text) &&
        !DOCUMENT.test(one.text) &&
        !looksLikeTemplate(one),
    );
  } catch {
    return false;
  }
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
