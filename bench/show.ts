import type { Ratio } from './measure.js';

export function title(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

/** A line for a ratio: its median, between what the middle half lies, and what is aimed at. */
export function print(what: string, { median, low, high }: Ratio, aim?: number): void {
  const shown = [median, low, high].map((ratio) => ratio.toFixed(2).padStart(6)) as [string, string, string];
  const spread = `(${shown[1].trim()} to ${shown[2].trim()})`.padEnd(18);
  process.stdout.write(`  ${what.padEnd(34)}${shown[0]}  ${spread}${aim === undefined ? '' : `aim ${aim}`}`.trimEnd());
  process.stdout.write('\n');
}

/** A line for an amount of memory, in megabytes. */
export function printMemory(what: string, megabytes: number, aim?: number): void {
  const shown = `${Math.round(megabytes)} MB`.padStart(9);
  process.stdout.write(`  ${what.padEnd(34)}${shown}${aim === undefined ? '' : `${' '.repeat(17)}aim ${aim}`}\n`);
}
