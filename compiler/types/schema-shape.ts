import type { JsonType, Shape } from '../text/shape.js';
import type { Schema } from './schema.js';

/** Gives the schema of another type's config, for places whose value is a nested resource. */
export type ResolveType = (name: string) => Schema | undefined;

/** The shape of what a schema describes: all that any of its alternatives allow. Made step by step, as it is asked. */
export function shapeOf(schema: Schema, resolve: ResolveType): Shape {
  return new SchemaShape([{ schema, root: schema }], resolve);
}

interface Rooted {
  readonly schema: Schema;
  /** What `$ref: '#/…'` is relative to. */
  readonly root: Schema;
}

class SchemaShape implements Shape {
  private readonly alternatives: readonly Rooted[];
  private readonly properties = new Map<string, Shape | undefined>();
  private items: Shape | null | undefined = null;
  private types: ReadonlySet<JsonType> | null | undefined = null;

  constructor(
    schemas: readonly Rooted[],
    private readonly resolve: ResolveType,
  ) {
    this.alternatives = schemas.flatMap((schema) => flatten(schema, resolve, 0));
  }

  get allowed(): ReadonlySet<JsonType> | undefined {
    if (this.types === null) this.types = typesOf(this.alternatives);
    return this.types;
  }

  get verbatim(): boolean {
    return this.alternatives.some(({ schema }) => schema.plain !== undefined);
  }

  get format(): string | undefined {
    const found = this.alternatives.find(({ schema }) => typeof schema.format === 'string');
    return found?.schema.format as string | undefined;
  }

  property(key: string): Shape | undefined {
    if (!this.properties.has(key)) {
      this.properties.set(
        key,
        this.shape(({ schema }) => propertySchemas(schema, key)),
      );
    }
    return this.properties.get(key);
  }

  item(): Shape | undefined {
    if (this.items === null) this.items = this.shape(({ schema }) => [schema.items]);
    return this.items;
  }

  private shape(pick: (rooted: Rooted) => readonly unknown[]): Shape | undefined {
    const found = this.alternatives.flatMap((rooted) =>
      pick(rooted).flatMap((schema) => (isSchema(schema) ? [{ schema, root: rooted.root }] : [])),
    );
    return found.length === 0 ? undefined : new SchemaShape(found, this.resolve);
  }
}

/** A schema and everything that it is composed of. */
function flatten(rooted: Rooted, resolve: ResolveType, depth: number): readonly Rooted[] {
  const { schema, root } = rooted;
  if (depth > 20) return [rooted];
  const composed = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const value = schema[keyword];
    return Array.isArray(value) ? value : [];
  });
  const inner = [...composed, schema.then, schema.else, refer(schema.$ref, root)]
    .filter(isSchema)
    .flatMap((item) => flatten({ schema: item, root }, resolve, depth + 1));
  const nested = typeof schema.resource === 'string' ? resolve(schema.resource) : undefined;
  return [
    rooted,
    ...inner,
    ...(nested === undefined ? [] : flatten({ schema: nested, root: nested }, resolve, depth + 1)),
  ];
}

/** What `#/definitions/rule` leads to (RFC 6901). */
export function refer(ref: unknown, root: Schema): Schema | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  let at: unknown = root;
  for (const step of ref.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    at = isSchema(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return isSchema(at) ? at : undefined;
}

function propertySchemas(schema: Schema, key: string): readonly unknown[] {
  const properties = schema.properties;
  if (isSchema(properties) && Object.hasOwn(properties, key)) {
    const property = properties[key];
    const alias = isSchema(property) ? property.aliasOf : undefined;
    return [typeof alias === 'string' && Object.hasOwn(properties, alias) ? properties[alias] : property];
  }
  return [schema.additionalProperties];
}

function typesOf(alternatives: readonly Rooted[]): ReadonlySet<JsonType> | undefined {
  const types = alternatives.flatMap(({ schema }) => {
    const { plain, enum: values, const: only } = schema;
    const type = plain ?? schema.type;
    if (type !== undefined) return Array.isArray(type) ? type : [type];
    if (Array.isArray(values)) return values.map(typeOf);
    return only === undefined ? [] : [typeOf(only)];
  });
  return types.length === 0 ? undefined : new Set(types as JsonType[]);
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
