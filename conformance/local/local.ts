import { readRecordings } from '../changesets/recording.js';
import { type LocalAgreement, localAgreement } from './agreement.js';
import type { EventfulRecording } from './recording.js';
import { localTable, verdictOn } from './table.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Usage: npm run conformance:local -- FILE...\n');
  process.exitCode = 2;
} else {
  const found: LocalAgreement[] = [];
  for (const recording of files.flatMap(readRecordings)) {
    found.push(await localAgreement(recording as EventfulRecording));
  }
  process.stdout.write(localTable(found));
  process.exitCode = found.some((one) => verdictOn(one) === 'differs') ? 1 : 0;
}
