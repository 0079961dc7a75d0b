import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A process that does nothing but parse a file with `yaml`. */
parse(readFileSync(process.argv[2] ?? '', 'utf8'));
