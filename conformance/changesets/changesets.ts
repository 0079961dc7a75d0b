import { Specifications } from '../../compiler/specification/read.js';
import { agreementOn } from './agreement.js';
import { readRecordings } from './recording.js';
import { table, verdict } from './table.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Usage: npm run conformance:changesets -- FILE...\n');
  process.exitCode = 2;
} else {
  const specifications = new Specifications();
  const found = files.flatMap(readRecordings).flatMap((recording) => agreementOn(recording, specifications) ?? []);
  process.stdout.write(table(found));
  process.exitCode = found.some((one) => verdict(one) === 'differs') ? 1 : 0;
}
