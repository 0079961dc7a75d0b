import { writeSync } from 'node:fs';

// Loaded before a program (`node --import`): tells what reads its fourth stream how much memory it had at most, in KB.
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
