import { fullDiff } from '@aws-cdk/cloudformation-diff';
import { stringify } from 'yaml';
import { compile } from '../compiler/compile.js';
import { diff } from '../compiler/diff/diff.js';
import { Specifications } from '../compiler/specification/read.js';
import type { JsonMap } from '../compiler/template/template.js';
import { described } from './described.js';
import { parseAlone } from './parse.js';

/**
 * A process of its own that has loaded and warmed up all three: prints, for each round, how long parsing two templates,
 * jiml's diff and the CDK's take, interleaved, for 500 resources and for 5,000; the CDK's for 5,000 only once, as one
 * takes longer than all the others together. Argument: the number of rounds.
 */
const ROUNDS = Number(process.argv[2] ?? 1);
const WARM = 2;

/** Two templates, and their texts as people write them. */
interface Pair {
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly texts: readonly string[];
}

/** Of 500 resources: one in twenty gets another value in place, another is replaced, and with it what needs it. */
function pair(copies: number): Pair {
  const old = described(500);
  const edited = old.replaceAll('VisibilityTimeout: 30', 'VisibilityTimeout: 60').replaceAll('.1.0/24', '.2.0/24');
  const [before, after] = [repeated(template(old), copies), repeated(template(edited), copies)];
  return { before, after, texts: [stringify(before), stringify(after)] };
}

function template(text: string): JsonMap {
  const { template: made } = compile([{ file: 'bench.yaml', text }], {}, '.');
  if (made === undefined) throw new Error('The blueprint to compare does not compile.');
  return made;
}

/** A template that many times in one, under other names, as no blueprint may become that much. */
function repeated(one: JsonMap, copies: number): JsonMap {
  const text = JSON.stringify(one.Resources);
  const ids = new Set(Object.keys(one.Resources as JsonMap));
  const parts = Array.from({ length: copies }, (_, copy) =>
    JSON.parse(text.replace(/\b[A-Z][a-z]+\d+\b/g, (word) => (ids.has(word) ? `${word}n${copy}` : word))),
  );
  return { ...one, Resources: Object.assign({}, ...parts) };
}

function ours({ before, after }: Pair): number {
  const side = (made: JsonMap) => ({ template: made, places: new Map(), parameters: new Map() });
  return diff(side(before), side(after), new Specifications()).resources.length;
}

function theirs({ before, after }: Pair): number {
  return fullDiff(before, after).resources.differenceCount;
}

function parse({ texts }: Pair): number {
  return texts.map(parseAlone).length;
}

/** Each work is given templates of its own, as the CDK's diff writes into what it is given. */
function timed(of: Pair, work: (copy: Pair) => number): number {
  const copy = structuredClone(of);
  const started = performance.now();
  work(copy);
  return performance.now() - started;
}

const [some, many] = [pair(1), pair(10)];
const todo = [
  ...[parse, ours, theirs].map((work) => ({ of: some, work })),
  ...[parse, ours].map((work) => ({ of: many, work })),
];
if ([ours, theirs].some((work) => work(structuredClone(some)) < 50)) throw new Error('Too few changes were found.');
const times = todo.map((): number[] => []);
for (let round = -WARM; round < ROUNDS; round++) {
  for (const [index, { of, work }] of todo.entries()) {
    const time = timed(of, work);
    if (round >= 0) times[index]?.push(time);
  }
}
process.stdout.write(JSON.stringify([...times, [timed(many, theirs)]]));
