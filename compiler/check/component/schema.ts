import type { ValidateFunction } from 'ajv';
import type { Report } from '../../diagnostics/diagnostic.js';
import { parse } from '../../source/parse.js';
import { type Document, Place } from '../../source/place.js';
import type { Types } from '../../types/load.js';
import type { Schema } from '../../types/schema.js';
import { compile } from '../validate.js';
import { checkKeywords } from './keywords.js';
import { checkMetaschema } from './metaschema.js';
import { tooMuch } from './size.js';

/** Reports what is wrong with a component's schema.json; says whether anything can be made of it. */
export function checkSchema(
  schema: Schema,
  document: Document,
  meta: () => ValidateFunction,
  types: Types,
  report: Report,
): boolean {
  const place = Place.root(document);
  const problem = tooMuch(schema);
  if (problem !== undefined) {
    report('bad-schema', place, { problem });
    return false;
  }
  // What JSON.parse passes over, such as a key that stands twice.
  parse(document.file, document.text, report);
  if (!checkMetaschema(schema, place, meta(), report)) return false;
  let sound = true;
  checkKeywords(schema, place, types, (...finding) => {
    sound = false;
    report(...finding);
  });
  return sound && compiles(schema, place, report);
}

/** Whether the validator takes it; what it refuses beyond the rules of JSON Schema is its own words' to say. */
function compiles(schema: Schema, place: Place, report: Report): boolean {
  try {
    compile(schema);
    return true;
  } catch (error) {
    report('bad-schema', place, { problem: error instanceof Error ? error.message : String(error) });
    return false;
  }
}
