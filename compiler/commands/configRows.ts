import type { Schema } from '../types/schema.js';
import { isSchema, refer } from '../types/schema-shape.js';
import { isLiteral } from './literal.js';

/** A key of a config as it is explained to people; `path` is `rules[].from` for a key inside a list. */
export interface ConfigRow {
  readonly path: string;
  readonly kind: string;
  readonly required: boolean;
  /** Undefined also where it is an expression, which says nothing to who does not know the type from inside. */
  readonly default: unknown;
  readonly description: string;
}

const deepest = 4;
const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  object: 'map',
  array: 'list',
};

/** The keys of a config and the keys inside them, in the order in which the schema has them. */
export function configRows(schema: Schema): readonly ConfigRow[] {
  return rowsOf(schema, schema, '', 1);
}

function rowsOf(schema: Schema, root: Schema, prefix: string, depth: number): readonly ConfigRow[] {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([key, value]) => {
    if (!isSchema(value)) return [];
    const property = resolved(value, root);
    const path = `${prefix}${key}`;
    const row = {
      path,
      kind: kindOf(property, root, depth),
      required: required.includes(key),
      default: isLiteral(property.default) ? property.default : undefined,
      description: typeof property.description === 'string' ? property.description : '',
    };
    return [row, ...(depth < deepest ? inner(property, root, path, depth + 1) : [])];
  });
}

function inner(schema: Schema, root: Schema, path: string, depth: number): readonly ConfigRow[] {
  const items = isSchema(schema.items) ? resolved(schema.items, root) : {};
  return [
    ...rowsOf(schema, root, `${path}.`, depth),
    ...rowsOf(items, root, `${path}[].`, depth),
    ...alternatives(schema).flatMap((one) => inner(resolved(one, root), root, path, depth)),
  ];
}

/** What may stand there, in a few words. */
function kindOf(schema: Schema, root: Schema, depth: number): string {
  const { type, items, aliasOf, resource, offers, format, enum: values } = schema;
  if (typeof aliasOf === 'string') return `another name for ${aliasOf}`;
  if (typeof resource === 'string') return `config of a ${resource}`;
  if (typeof offers === 'string') return `a thing that offers ${offers}`;
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  const several = alternatives(schema);
  if (several.length > 0 && depth < deepest) {
    return [...new Set(several.map((one) => kindOf(resolved(one, root), root, depth + 1)))].join(' or ');
  }
  if (typeof format === 'string') return format;
  if (type === 'array' && isSchema(items) && depth < deepest) {
    return `list of ${kindOf(resolved(items, root), root, depth + 1)}`;
  }
  const types = type === undefined ? [] : Array.isArray(type) ? type : [type];
  return types.map((one) => words[String(one)] ?? String(one)).join(' or ') || 'anything';
}

function alternatives(schema: Schema): readonly Schema[] {
  return ['anyOf', 'oneOf'].flatMap((keyword) => {
    const value = schema[keyword];
    return Array.isArray(value) ? value.filter(isSchema) : [];
  });
}

/** The schema with what its `$ref` leads to under it. */
function resolved(schema: Schema, root: Schema): Schema {
  const target = refer(schema.$ref, root);
  return target === undefined ? schema : { ...target, ...schema };
}
