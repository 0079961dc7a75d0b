import { readFileSync } from 'node:fs';
import { parseAlone } from './parse.js';

// A process that does nothing but read a file with `yaml`.
parseAlone(readFileSync(process.argv[2] ?? '', 'utf8'));
