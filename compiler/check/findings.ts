import type { Report } from '../diagnostics/diagnostic.js';
import type { Expression } from '../text/expression.js';
import { didYouMean, suggest } from '../text/suggest.js';
import type { Schema } from '../types/schema.js';
import { isSchema } from '../types/schema-shape.js';
import { stepsOf } from './plain.js';
import type { Violation } from './validate.js';

/** How things are called in messages. */
export interface Naming {
  /** `queue "Jobs"`, `a blueprint`. */
  readonly owner: string;
  readonly code: 'unknown-property' | 'unknown-key';
  /** What stands inside the owner, where that has a better name than its path. */
  readonly ownerAt?: (steps: readonly string[]) => string | undefined;
  /** Where an unknown key would be right, if anywhere. */
  readonly elsewhere?: (key: string, steps: readonly string[]) => string | undefined;
  /** What is said where there is not even a key that is nearly the same. */
  readonly perhaps?: (key: string, steps: readonly string[]) => string | undefined;
}

/** Reports what a schema does not allow, each at the smallest thing that is wrong. */
export function reportViolations(
  violations: readonly Violation[],
  expression: Expression,
  naming: Naming,
  report: Report,
): void {
  const ofWrongKind = new Set(violations.flatMap(({ keyword, pointer }) => (keyword === 'type' ? [pointer] : [])));
  const misspelled = new Set(violations.flatMap(meantBy));
  for (const violation of violations) {
    // A list is none of the texts that are allowed, which says nothing more than that it is a list.
    if (['enum', 'const', 'pattern'].includes(violation.keyword) && ofWrongKind.has(violation.pointer)) continue;
    if (misspelled.has(`${violation.pointer}/${String(violation.params.missingProperty)}`)) continue;
    const steps = stepsOf(violation.pointer);
    const target = follow(expression, steps);
    // The form of a key: what is said of the key itself is enough.
    if (violation.keyword === 'pattern' && target.kind === 'map') continue;
    const owner =
      naming.ownerAt?.(steps) ?? (steps.length === 0 ? naming.owner : `"${steps.join('.')}" of ${naming.owner}`);
    (reporters[violation.keyword] ?? other)(violation, target, { ...naming, owner, steps }, report);
  }
}

/** The key that was probably meant by an unknown one, as a JSON Pointer: it is not missing, too. */
function meantBy({ keyword, pointer, params, schema }: Violation): readonly string[] {
  if (keyword !== 'additionalProperties') return [];
  const name = suggest(String(params.additionalProperty), propertyNames(schema));
  return name === undefined ? [] : [`${pointer}/${name}`];
}

type Reporter = (
  violation: Violation,
  target: Expression,
  naming: Naming & { readonly steps: readonly string[] },
  report: Report,
) => void;

const reporters: Readonly<Record<string, Reporter>> = {
  additionalProperties({ params, schema }, target, { owner, code, elsewhere, perhaps, steps }, report) {
    const name = String(params.additionalProperty);
    const names = propertyNames(schema);
    const hint = elsewhere?.(name, steps) ?? didYouMean(name, names) ?? perhaps?.(name, steps) ?? listed(names);
    const args = code === 'unknown-key' ? { key: name, owner } : { name, owner };
    report(code, target.place.at(name), args as { key: string; name: string; owner: string }, { part: 'key', hint });
  },
  required({ params, schema }, target, { owner }, report) {
    const name = String(params.missingProperty);
    const description = describe(schema, name);
    const capital = owner.charAt(0).toUpperCase() + owner.slice(1);
    report('missing-property', target.place, { name, owner: capital }, { part: 'key', hint: description });
  },
  type({ params }, target, _naming, report) {
    const hint = params.type === 'array' ? toList(target) : undefined;
    report('wrong-kind', target.place, { written: written(target), expected: kinds(params.type) }, { hint });
  },
  enum({ params }, target, _naming, report) {
    const values = (params.allowedValues as unknown[]).map(String);
    const text = literal(target);
    const allowed = values.length > 12 ? `${values.slice(0, 12).join(', ')} …` : values.join(', ');
    report('not-allowed', target.place, { written: text, allowed }, { hint: didYouMean(text, values) });
  },
  const({ params }, target, _naming, report) {
    report('not-allowed', target.place, { written: literal(target), allowed: String(params.allowedValue) });
  },
  pattern({ schema }, target, _naming, report) {
    const [like] = Array.isArray(schema.examples) ? schema.examples : [];
    const hint = like === undefined ? textOf(schema.description) : `It is written like ${String(like)}.`;
    const problem = `does not have the form ${String(schema.pattern)}`;
    report('bad-text', target.place, { written: literal(target), problem }, { hint });
  },
  propertyNames({ params, schema }, target, _naming, report) {
    const name = String(params.propertyName);
    const { pattern, description } = isSchema(schema.propertyNames) ? schema.propertyNames : ({} as Schema);
    const args = { written: name, problem: `does not have the form ${String(pattern)}` };
    report('bad-text', target.place.at(name), args, { part: 'key', hint: textOf(description) });
  },
  anyOf: reportAlternatives,
  oneOf: reportAlternatives,
};

function reportAlternatives({ schema }: Violation, target: Expression, _naming: Naming, report: Report): void {
  report('wrong-kind', target.place, { written: written(target), expected: alternativesOf(schema) });
}

/** Bounds: of numbers, lengths, numbers of items and keys. */
const other: Reporter = ({ keyword, params }, target, _naming, report) => {
  const bound = BOUNDS[keyword];
  const limit = bound === undefined ? String(params.comparison ?? keyword) : `${bound} ${String(params.limit)}`;
  const unit = keyword.endsWith('Length') ? ' characters long' : keyword.endsWith('Items') ? ' items long' : '';
  report('out-of-range', target.place, { written: written(target), limit: limit + unit });
};

const BOUNDS: Readonly<Record<string, string>> = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
  minLength: 'at least',
  maxLength: 'at most',
  minItems: 'at least',
  maxItems: 'at most',
  minProperties: 'at least',
  maxProperties: 'at most',
};

/** How to make a list of something; of a map of maps, whose names are then said inside. */
function toList(target: Expression): string | undefined {
  if (target.kind === 'literal' && target.value === null) return undefined;
  if (target.kind === 'map' && target.entries.length > 0 && target.entries.every(({ value }) => value.kind === 'map')) {
    return 'Write each of them behind "- ", with its name inside as the id.';
  }
  return 'To make it the only item of a list, put it into [ ] or behind "- ".';
}

function follow(expression: Expression, steps: readonly string[]): Expression {
  let at = expression;
  for (const step of steps) {
    const next =
      at.kind === 'map'
        ? at.entries.find(({ key }) => key === step)?.value
        : at.kind === 'list'
          ? at.items[Number(step)]
          : undefined;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function propertyNames(schema: Schema): readonly string[] {
  return isSchema(schema.properties) ? Object.keys(schema.properties) : [];
}

function listed(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `It can have ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}.`;
}

function describe(schema: Schema, name: string): string | undefined {
  const properties = schema.properties;
  const property = isSchema(properties) ? properties[name] : undefined;
  return isSchema(property) ? textOf(property.description) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function literal(target: Expression): string {
  return target.kind === 'literal' ? String(target.value) : '';
}

function written(target: Expression): string {
  if (target.kind === 'list') return 'A list';
  if (target.kind === 'map') return 'A map';
  if (target.kind !== 'literal') return 'This';
  if (target.value === null) return 'Nothing';
  return typeof target.value === 'string' ? `The text "${shorten(target.value)}"` : `"${target.value}"`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
  null: 'nothing',
};

function kinds(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((item) => KINDS[String(item)] ?? String(item)).join(' or ');
}

function alternativesOf(schema: Schema): string {
  const branches = [schema.anyOf, schema.oneOf].flatMap((value) => (Array.isArray(value) ? value : []));
  const all = branches.flatMap((branch: Schema) => {
    if (branch.type !== undefined) return kinds(branch.type).split(' or ');
    return Array.isArray(branch.enum) ? [branch.enum.join(', ')] : [];
  });
  return [...new Set(all)].join(' or ');
}
