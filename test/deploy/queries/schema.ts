import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { ROOT } from '../../compiler/imports.js';

/** Holds what a command prints against schemas/output/NAME.schema.json. */
export function validates(name: string, data: unknown): void {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas', 'output', `${name}.schema.json`), 'utf8'));
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(schema, data);
  expect(ajv.errors ?? []).to.deep.equal([]);
}
