import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPES } from '../compiler/specification/read.js';
import { isCurrent, store } from './store.js';
import { readTables, TABLE_NAMES, TABLES } from './tables.js';

/** The package that the types come from. */
export const SOURCE = '@aws-cdk/aws-service-spec';

/**
 * Fills the folder of types, unless it was made by this very program from the same data. Gives how many types there
 * are, or undefined where nothing was to do.
 */
export async function generate(folder: string = TYPES): Promise<number | undefined> {
  const stamp = stampOf();
  if (isCurrent(folder, stamp)) return undefined;
  const { loadAwsServiceSpecSync } = await import('@aws-cdk/aws-service-spec');
  const { describeTypes } = await import('./describe.js');
  const types = describeTypes(loadAwsServiceSpecSync(), readTables());
  store(folder, types, readFileSync(packageFile('LICENSE'), 'utf8'), stamp);
  return types.size;
}

/** A short text that is another one where the data, the tables or this program are. */
function stampOf(): string {
  const programs = ['.', join('..', 'compiler', 'specification')].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => join(import.meta.dirname, folder, name)),
  );
  const tables = TABLE_NAMES.map((name) => join(TABLES, `${name}.json`));
  const hash = createHash('sha256');
  for (const file of [...programs, ...tables, packageFile('package.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** A file of the package beside its modules. */
function packageFile(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(SOURCE)), '..', name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = await generate();
  if (count !== undefined) console.log(`${count} types described.`);
}
