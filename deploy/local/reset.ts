import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Misuse } from '../../compiler/commands/outcome.js';

/**
 * Deletes the state of the local account, in all regions.
 *
 * @throws Misuse where the folder holds something else.
 */
export function reset(folder: string): void {
  if (!existsSync(folder)) return;
  if (!existsSync(join(folder, '.gitignore')))
    throw new Misuse(`"${folder}" is no folder of the local CloudFormation.`);
  rmSync(folder, { recursive: true, force: true });
}
