import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentNames, readTypeFile } from '../source/files.js';
import { parse } from '../source/parse.js';
import { BUILT_IN } from './folders.js';
import { PRECOMPILED, type Precompiled } from './precompiled.js';

// The last step of the build: parses the templates of the built-in types, so that using one does not.
mkdirSync(PRECOMPILED, { recursive: true });
for (const name of componentNames([BUILT_IN])) {
  const reading = readTypeFile(join(BUILT_IN, name), 'template.yaml');
  if (!reading.ok) continue;
  let sound = true;
  const { root } = parse(reading.file, reading.text, () => {
    sound = false;
  });
  if (!sound || root === undefined) continue;
  const made: Precompiled = { text: reading.text, root };
  writeFileSync(join(PRECOMPILED, `${name}.json`), JSON.stringify(made));
}
