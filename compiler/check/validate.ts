import { createRequire } from 'node:module';
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import type { Expression } from '../text/expression.js';
import type { Schema } from '../types/schema.js';
import { accepts } from './accepts.js';
import { inlined } from './inline.js';
import { guarded } from './patterns.js';
import { plain } from './plain.js';

/** Something that a schema does not allow. */
export interface Violation {
  readonly keyword: string;
  /** JSON Pointer (RFC 6901) to the value. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that has the keyword. */
  readonly schema: Schema;
}

const compiled = new WeakMap<Schema, ValidateFunction>();
let ajv: Ajv | undefined;

/**
 * What a schema does not allow of an expression. Findings about references and functions are dropped, as they are not
 * known yet; of alternatives only the one that was meant is reported.
 *
 * @throws Where the schema is none; components' schemas are looked at when they are loaded.
 */
export function validate(schema: Schema, expression: Expression): readonly Violation[] {
  const { value, holes } = plain(expression);
  if (accepts(schema, value, holes)) return [];
  const check = compile(schema);
  if (check(value)) return [];
  const errors = (check.errors ?? []).filter(({ instancePath }) => !holes.has(instancePath));
  return meant(errors)
    .filter((error) => !unknown(error, holes))
    .map(({ keyword, instancePath, params, parentSchema }) => ({
      keyword,
      pointer: instancePath,
      params,
      schema: parentSchema as Schema,
    }));
}

/** Compiles a schema once. Our own keywords say nothing to the validator. */
export function compile(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  ajv ??= new (validator().Ajv)({
    allErrors: true,
    meta: false,
    validateSchema: false,
    strict: false,
    validateFormats: false,
    verbose: true,
    ownProperties: true,
    code: { regExp: guarded },
  });
  const check = ajv.compile(inlined(schema));
  compiled.set(schema, check);
  return check;
}

/** Loaded where something is wrong only: loading it costs a third of an empty process. */
export function validator(): typeof import('ajv') {
  return createRequire(import.meta.url)('ajv');
}

/** A finding at a hole, or one about several alternatives with a hole in them. */
function unknown(error: ErrorObject, holes: ReadonlySet<string>): boolean {
  const { instancePath, keyword } = error;
  if (holes.size === 0) return false;
  if (holes.has(instancePath)) return true;
  if (!['anyOf', 'oneOf', 'not', 'if', 'contains', 'uniqueItems'].includes(keyword)) return false;
  return [...holes].some((hole) => hole.startsWith(`${instancePath}/`));
}

/** Replaces what all alternatives say by what the alternative says that was meant, if that can be told. */
function meant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const below = byChoice(errors, choices);
  const dropped = new Set(errors.filter(({ keyword }) => keyword === 'if'));
  for (const choice of choices) {
    const prefix = `${choice.schemaPath}/`;
    const all = below.get(choice.instancePath) ?? [];
    const inside = all.filter((error) => !dropped.has(error) && error.schemaPath.startsWith(prefix));
    if (inside.length === 0) continue;
    const best = alternatives(inside, prefix).filter((branch) => !branch.some((error) => ofOtherKind(error, choice)));
    const keep = new Set(best.length === 1 ? best[0] : []);
    for (const error of inside) if (!keep.has(error)) dropped.add(error);
    if (keep.size > 0) dropped.add(choice);
  }
  return errors.filter((error) => !dropped.has(error));
}

/** The findings at and below each place that has alternatives: the same schema holds at many places. */
function byChoice(errors: readonly ErrorObject[], choices: readonly ErrorObject[]): ReadonlyMap<string, ErrorObject[]> {
  const below = new Map(choices.map(({ instancePath }): [string, ErrorObject[]] => [instancePath, []]));
  for (const error of errors) {
    const path = error.instancePath;
    below.get(path)?.push(error);
    for (let end = path.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : path.lastIndexOf('/', end - 1)) {
      below.get(path.slice(0, end))?.push(error);
    }
  }
  return below;
}

function alternatives(errors: readonly ErrorObject[], prefix: string): readonly (readonly ErrorObject[])[] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const name = error.schemaPath.slice(prefix.length).split('/', 1)[0] ?? '';
    const branch = branches.get(name);
    if (branch === undefined) branches.set(name, [error]);
    else branch.push(error);
  }
  return [...branches.values()];
}

/** A branch whose type or required keys do not fit at all is not what the author meant. */
function ofOtherKind(error: ErrorObject, choice: ErrorObject): boolean {
  return error.instancePath === choice.instancePath && ['type', 'const'].includes(error.keyword);
}
