import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A blueprint of the project: its text, and the folder that its components and scripts are in. */
export interface Real {
  readonly name: string;
  readonly text: string;
  readonly folder: string;
}

/** The blueprints and the examples of all types. */
export function realBlueprints(): readonly Real[] {
  const examples = readdirSync(join(ROOT, 'schemas')).map((name) => join(ROOT, 'schemas', name, 'examples'));
  return [join(ROOT, 'blueprints'), ...examples].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({
        name: relative(ROOT, join(folder, name)),
        text: readFileSync(join(folder, name), 'utf8'),
        folder,
      })),
  );
}

/** Pieces of YAML and of the language, strung together. */
const PIECES = [
  'resources:',
  '\n  - ',
  '\n    ',
  '\n',
  ' ',
  ': ',
  '- ',
  'type: ',
  'id: ',
  'config: ',
  'forEach: ',
  'as: ',
  'waitFor: ',
  'condition: ',
  'outputs:',
  'parameters:',
  'conditions:',
  'mappings:',
  'raw:',
  'metadata:',
  'server',
  'network',
  'database',
  'firewall',
  'AWS::SQS::Queue',
  'A',
  'B',
  '$A',
  '$A.Arn',
  '${{ A }}',
  '${{ A.b',
  '$$',
  '!Ref ',
  '!Sub ',
  '!If ',
  '!GetAtt ',
  '!Join ',
  '!Select ',
  '!Condition ',
  '!FindInMap ',
  '!And ',
  '!Equals ',
  'Fn::Sub: ',
  'Fn::If: ',
  'Ref: ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '|\n',
  '>-\n',
  '&a ',
  '*a',
  '<<: ',
  '# c',
  '0',
  '1',
  '-1',
  '1.5',
  'true',
  'yes',
  'null',
  '~',
  '__proto__',
  'constructor',
  '\t',
  '\r\n',
  '---',
  'allow: ',
  'ports: ',
  'from: ',
  'script: ',
  'file: ',
  'env: ',
  'uses: ',
  '${A}',
  '${!A}',
  '{{resolve:ssm:a}}',
  '\u00e9',
  '\ud83d\ude00',
];

/** Texts that look like blueprints. */
export function yamlish(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
}

/** What is done to a text at some place of it. */
type Change = (words: string[], at: number, other: number, piece: string) => void;

const CHANGES: readonly Change[] = [
  (words, at) => words.splice(at, 1),
  (words, at) => words.splice(at, 0, words[at] ?? ''),
  (words, at, other) => {
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  },
  (words, at, _, piece) => {
    words[at] = piece;
  },
  (words, at, other) => {
    words[at] = words[other] ?? '';
  },
  (words, at, _, piece) => words.splice(at, 0, piece),
  (words, at) => {
    words[at] = (words[at] ?? '').slice(1);
  },
];

const VALUES = [
  '[]',
  '{}',
  '[a]',
  '{ a: b }',
  '"text"',
  '0',
  'true',
  'null',
  '$A',
  '$Web',
  '!Ref A',
  '${{ A }}',
  '!If [C, a, b]',
  '-1',
  '1e999',
];

/** A text with some of its words or lines deleted, doubled, swapped or replaced. */
export function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    by: fc.constantFrom(/(\n)/, /([\s,:{}[\]]+)/),
    how: fc.constantFrom(...CHANGES),
    at: fc.nat(),
    other: fc.nat(),
    piece: fc.constantFrom(...PIECES, ...VALUES),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((before, { by, how, at, other, piece }) => {
      const words = before.split(by);
      how(words, at % words.length, other % words.length, piece);
      return words.join('');
    }, text),
  );
}

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The same with the keys of all maps in another order, and the items of `resources`. */
export function shuffled(value: Json, random: () => number, key = ''): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, random));
    return key === 'resources' ? mixed(items, random) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    mixed(Object.entries(value), random).map(([name, inner]) => [name, shuffled(inner, random, name)]),
  );
}

function mixed<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);
}
