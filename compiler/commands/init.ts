import { basename, dirname, resolve } from 'node:path';
import { readBlueprint } from '../source/files.js';
import { didYouMean } from '../text/suggest.js';
import { exampleOf, typeEntries } from './folders.js';
import { Misuse, type Outcome, outcome } from './outcome.js';

export interface InitOptions {
  /** The file to write. */
  readonly file: string;
  readonly name: string | undefined;
  readonly region: string | undefined;
  /** The type of the first resource; the blueprint is made of the first example in its folder. */
  readonly type: string | undefined;
}

/** Asks a question and gives the line that was answered; undefined where there is nobody to ask. */
export type Ask = ((question: string) => Promise<string>) | undefined;

/** `jiml init`: a blueprint to begin with. What the options do not say is asked, or else left at what is usual. */
export async function init({ file, ...options }: InitOptions, ask: Ask): Promise<Outcome> {
  if (readBlueprint(file).some((reading) => reading.ok || reading.reason !== 'missing')) {
    throw new Misuse(`"${file}" exists already: name another file.`);
  }
  const examples = firstExamples();
  const types = [...examples.keys()];
  const name = options.name ?? (await answer(ask, 'Name of the stack', usualName(file)));
  const region = options.region ?? (await answer(ask, 'Region, or nothing for any', ''));
  const type = options.type ?? (await answer(ask, `Type of the first resource: ${types.join(', ')}`, types[0] ?? ''));
  const example = examples.get(type);
  if (example === undefined) throw new Misuse(`There is no type "${type}". ${hint(type, types)}`);
  const text = `${key('name', name, NAME)}${key('region', region, REGION)}\n${withoutHead(example)}`;
  return outcome({
    files: [{ path: file, text, fresh: true }],
    output: `${file} is there. What it becomes:\n\n  jiml compile ${file}\n`,
  });
}

/** What schemas/blueprint.schema.json says a name and a region look like. */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;
const REGION = /^[a-z]{2,3}(-[a-z]+)+-[0-9]+$/;

async function answer(ask: Ask, question: string, usual: string): Promise<string> {
  if (ask === undefined) return usual;
  const said = (await ask(`${question}${usual === '' ? '' : ` [${usual}]`}: `)).trim();
  return said === '' ? usual : said;
}

function usualName(file: string): string {
  const folder = basename(dirname(resolve(file)))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+|-$/g, '');
  return folder === '' ? 'blueprint' : folder.slice(0, 128);
}

function firstExamples(): ReadonlyMap<string, string> {
  return new Map(
    [...typeEntries([]).values()].flatMap((entry) => {
      const example = exampleOf(entry);
      return example === undefined ? [] : [[entry.name, example] as const];
    }),
  );
}

function hint(type: string, types: readonly string[]): string {
  return didYouMean(type, types) ?? `There are ${types.join(', ')}.`;
}

function key(key: string, value: string, form: RegExp): string {
  if (value === '') return '';
  if (!form.test(value)) throw new Misuse(`"${value}" is no ${key} for a stack: it must match ${form.source}.`);
  return `${key}: ${value}\n`;
}

/** An example without its own name and region. */
function withoutHead(example: string): string {
  return example.replace(/^(name|region):.*\n/gm, '').trimStart();
}
