import { Misuse } from '../../compiler/commands/outcome.js';
import { formats } from '../../compiler/types/formats.js';

/** A duration as blueprints write it (30s, 15m, 2h, PT5M) in milliseconds. @throws Misuse for every other text */
export function millisecondsOf(text: string): number {
  const found = formats.get('duration')?.read(text);
  if (found?.ok === true && typeof found.value === 'number') return found.value * 1000;
  throw new Misuse(`"${text}" is no duration: write 30s, 15m or 2h.`);
}
