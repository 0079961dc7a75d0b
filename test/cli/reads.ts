import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

// Loaded before a program (`node --import`): writes the URLs of the files that it reads into the file that READS names.
const read: string[] = [];
const original = fs.readFileSync;
function noting(...args: Parameters<typeof original>): ReturnType<typeof original> {
  const [file] = args;
  if (typeof file === 'string') read.push(pathToFileURL(file).href);
  return original(...args);
}
fs.readFileSync = noting as typeof original;
syncBuiltinESMExports();
process.on('exit', () => fs.writeFileSync(process.env.READS ?? '', JSON.stringify(read)));
