import type { Schema } from '../../types/schema.js';
import { isSchema } from '../../types/schema-shape.js';
import { isLiteral } from '../literal.js';
import { anyScalar } from './scalars.js';
import { value } from './values.js';

/** Where a schema will stand, and what the names of types lead to there. */
export interface Setting {
  /** What `#` is to become. */
  readonly root: string;
  /** By name of a type, the type that has its config. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether a reference or a function may stand for every value. */
  readonly values: boolean;
}

/** Keywords of jiml's own, and those that mean something for a whole document only. */
const dropped = new Set([
  'offers',
  'collected',
  'plain',
  'identifiedBy',
  'resource',
  'aliasOf',
  '$id',
  '$schema',
  'default',
  'format',
]);
const formats = new Set([
  'date-time',
  'date',
  'time',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'regex',
]);

/** A schema as an editor needs it: nothing that only jiml understands, and no complaint about what jiml accepts. */
export function lenient(schema: Schema, setting: Setting): Schema {
  return new Rewriting(setting).schema(schema);
}

class Rewriting {
  constructor(private readonly setting: Setting) {}

  schema(schema: Schema): Schema {
    const kept = Object.entries(schema).filter(([keyword]) => !dropped.has(keyword));
    const rewritten = Object.fromEntries(kept.map(([keyword, content]) => this.keyword(keyword, content, schema)));
    return {
      ...anyScalar({ ...rewritten, ...plain(schema) }),
      ...this.nested(schema, rewritten),
      ...eitherName(schema),
    };
  }

  private keyword(keyword: string, content: unknown, schema: Schema): [string, unknown] {
    switch (keyword) {
      case '$ref':
        return [keyword, String(content).replace(/^#/, this.setting.root)];
      case 'properties':
      case 'patternProperties':
      case 'definitions':
        return [keyword, this.map(content, schema)];
      case 'items':
        return [keyword, Array.isArray(content) ? content.map((one) => this.value(one)) : this.value(content)];
      case 'additionalProperties':
        return [keyword, this.value(content)];
      case 'then':
      case 'else':
      case 'not':
      case 'contains':
      case 'propertyNames':
        return [keyword, isSchema(content) ? this.schema(content) : content];
      // A reference is no reason to ask for more.
      case 'if':
        return [keyword, isSchema(content) ? lenient(content, { ...this.setting, values: false }) : content];
      // Two alternatives that took different scalars may now both take one.
      case 'oneOf':
      case 'anyOf':
      case 'allOf': {
        const list = Array.isArray(content) ? content.map((one) => (isSchema(one) ? this.schema(one) : one)) : content;
        return [keyword === 'oneOf' ? 'anyOf' : keyword, list];
      }
      default:
        return [keyword, content];
    }
  }

  private map(content: unknown, schema: Schema): unknown {
    if (!isSchema(content)) return content;
    return Object.fromEntries(
      Object.entries(content).map(([key, one]) => [key, this.value(isSchema(one) ? underOtherName(one, schema) : one)]),
    );
  }

  private value(content: unknown): unknown {
    if (!isSchema(content)) return content;
    return this.setting.values ? value(this.schema(content), content) : this.schema(content);
  }

  /** A place that holds the config of another type. */
  private nested({ resource }: Schema, { allOf }: Schema): Schema {
    const name = typeof resource === 'string' ? this.setting.names.get(resource) : undefined;
    if (name === undefined) return {};
    return { allOf: [...(Array.isArray(allOf) ? allOf : []), { $ref: `#/definitions/nested:${name}` }] };
  }
}

/** A default that is no expression, and a format that is not jiml's own. */
function plain(schema: Schema): Schema {
  const { default: given, format } = schema;
  return { ...(isLiteral(given) ? { default: given } : {}), ...(formats.has(String(format)) ? { format } : {}) };
}

/** What a key that is another name of a key holds. */
function underOtherName(property: Schema, { properties }: Schema): Schema {
  const { aliasOf } = property;
  const other = typeof aliasOf === 'string' && isSchema(properties) ? properties[aliasOf] : undefined;
  return isSchema(other) ? { ...other, ...property } : property;
}

/** Where a required key has another name, either will do. */
function eitherName({ required, properties, allOf }: Schema): Schema {
  if (!Array.isArray(required) || !isSchema(properties)) return {};
  const others = Object.entries(properties).flatMap(([key, one]) =>
    isSchema(one) && typeof one.aliasOf === 'string' ? [[one.aliasOf, key] as const] : [],
  );
  const named = required.filter((key) => others.some(([of]) => of === key));
  if (named.length === 0) return {};
  const either = named.map((key) => ({
    anyOf: [key, ...others.filter(([of]) => of === key).map(([, other]) => other)].map((one) => ({ required: [one] })),
  }));
  return {
    required: required.filter((key) => !named.includes(key)),
    allOf: [...(Array.isArray(allOf) ? allOf : []), ...either],
  };
}
