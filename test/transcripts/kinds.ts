import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { ROOT } from '../compiler/imports.js';

// A process of its own, behind a pipe: holds what `--format json` prints to its schema, and says in a line each what it is.
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
for (const name of ['diff.schema.json', 'diagnostics.schema.json']) ajv.addSchema(schema(name), name);
const validate = ajv.compile(schema('event.schema.json'));
const lines = readFileSync(0, 'utf8').split('\n');
for (const line of lines.filter((text) => text !== '')) {
  const event = JSON.parse(line);
  if (!validate(event)) console.log('No event of ours:', ajv.errorsText(validate.errors), line);
  const { kind, id, stack, status, verdict, code, text, diagnostic } = { ...event, ...event.result };
  const words = [kind, id ?? stack, status, verdict, code, text, diagnostic?.message];
  console.log(words.filter((word) => word !== undefined).join('  '));
}

function schema(name: string): object {
  return JSON.parse(readFileSync(join(ROOT, 'schemas', 'output', name), 'utf8'));
}
