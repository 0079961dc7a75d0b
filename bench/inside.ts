import { readFileSync } from 'node:fs';
import { compile } from '../compiler/compile.js';
import { parseAlone } from './parse.js';

/**
 * A process of its own that has loaded and warmed up both: prints, for each round, how long parsing and compiling each
 * of the files took, interleaved. Arguments: the number of rounds, then files.
 */
const [rounds = '1', ...files] = process.argv.slice(2);
const works = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return [() => parseAlone(text), () => compile([{ file, text }], {}, '.')];
});

const warm = 2;
const times: number[][] = [];
for (let round = 0; round < Number(rounds) + warm; round++) {
  const timed = works.map((work) => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  if (round >= warm) times.push(timed);
}
process.stdout.write(JSON.stringify(works.map((_, index) => times.map((round) => round[index]))));
