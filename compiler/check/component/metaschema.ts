import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../source/place.js';
import { didYouMean } from '../../text/suggest.js';
import type { Schema } from '../../types/schema.js';
import { stepsOf } from '../plain.js';
import { validator } from '../validate.js';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** What JSON Schema draft-07 asks of a schema. Loading and compiling it takes time, so that it is made once it is needed. */
export function metaschema(): ValidateFunction {
  const ajv = new (validator().Ajv)({ strict: false, allErrors: true, logger: false });
  const check = ajv.getSchema(DRAFT_07);
  if (check === undefined) throw new Error('The validator does not know draft-07: install jiml again.');
  return check;
}

/** Reports where a schema.json is no JSON Schema, each place once; says whether it is one. */
export function checkMetaschema(schema: Schema, place: Place, check: ValidateFunction, report: Report): boolean {
  const declared = schema.$schema;
  if (declared !== undefined && String(declared).replace(/#$/, '') !== DRAFT_07.slice(0, -1)) {
    report('bad-schema', place.at('$schema'), { problem: 'it must be draft-07' }, { hint: `Write ${DRAFT_07}` });
    return false;
  }
  if (check(schema) === true) return true;
  for (const [pointer, error] of worst(check.errors ?? [])) {
    const at = stepsOf(pointer).reduce((up: Place, step) => up.at(step), place);
    const { problem, hint } = explain(error, String(stepsOf(pointer).at(-1) ?? ''), valueAt(schema, pointer));
    report('bad-schema', at, { problem }, { part: error.propertyName === undefined ? 'value' : 'key', hint });
  }
  return false;
}

const TELLING = ['enum', 'type'];

/** Of what is said about one place, the most telling. */
function worst(errors: readonly ErrorObject[]): ReadonlyMap<string, ErrorObject> {
  const rank = ({ keyword }: ErrorObject) => (TELLING.indexOf(keyword) + TELLING.length + 1) % (TELLING.length + 1);
  const found = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (['anyOf', 'propertyNames'].includes(error.keyword)) continue;
    const at = error.instancePath;
    const pointer = error.propertyName === undefined ? at : `${at}/${error.propertyName}`;
    const before = found.get(pointer);
    if (before === undefined || rank(error) < rank(before)) found.set(pointer, error);
  }
  return found;
}

function explain(
  { keyword, params, message, propertyName }: ErrorObject,
  key: string,
  value: unknown,
): { readonly problem: string; readonly hint?: string | undefined } {
  const text = String(propertyName ?? value);
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    return { problem: `"${text}" is not one of ${allowed.join(', ')}`, hint: didYouMean(text, allowed) };
  }
  return { problem: `"${key}" ${message ?? 'is wrong'}` };
}

function valueAt(schema: Schema, pointer: string): unknown {
  return stepsOf(pointer).reduce(
    (at: unknown, step) => (typeof at === 'object' && at !== null ? (at as Schema)[step] : undefined),
    schema,
  );
}
