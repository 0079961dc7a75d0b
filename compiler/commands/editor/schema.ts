import type { Schema } from '../../types/schema.js';
import { isSchema } from '../../types/schema-shape.js';
import { lenient } from './lenient.js';
import { value, valueForms } from './values.js';

/** A type and the schema of its config. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
}

/**
 * One JSON Schema (draft-07) for blueprints: the language's own, with each type's config behind the type's name. What
 * is only known to jiml is taken out, and wherever a value goes, a reference or a CloudFormation function goes too.
 */
export function editorSchema(blueprint: Schema, types: readonly NamedSchema[]): Schema {
  const names = new Map(types.map((type) => [type.name, target(type, types)]));
  const language = lenient(blueprint, { root: '#', names, values: false });
  const definitions = childOf(language, 'definitions');
  const configs = types
    .filter(({ name }) => names.get(name) === name)
    .flatMap((type) => configDefinitions(type, names));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...language,
    properties: withValues(childOf(language, 'properties')),
    definitions: {
      ...definitions,
      output: outputWithValues(childOf(definitions, 'output')),
      resource: resource(childOf(definitions, 'resource'), types, names),
      ...valueForms,
      ...Object.fromEntries(configs),
    },
  };
}

/** The type whose config a name stands for: its own, or that of the type that it is another name of. */
function target({ name, schema }: NamedSchema, types: readonly NamedSchema[]): string {
  const other = schema.aliasOf;
  return typeof other === 'string' && types.some((type) => type.name === other) ? other : name;
}

/** Says which types there are, so that an editor can list them, and which config each has. */
function resource(schema: Schema, types: readonly NamedSchema[], names: ReadonlyMap<string, string>): Schema {
  const properties = childOf(schema, 'properties');
  const known = types.map(({ name, schema }) => ({ const: name, ...about(schema) }));
  const raw = { type: 'string', pattern: '::', description: 'A type of CloudFormation.' };
  const type = { ...about(childOf(properties, 'type')), anyOf: [...known, raw] };
  const allOf = types.map(({ name }) => ({
    if: { properties: { type: { const: name } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { config: { $ref: `#/definitions/config:${names.get(name)}` } } },
  }));
  return { ...schema, properties: { ...properties, type }, ...(allOf.length === 0 ? {} : { allOf }) };
}

function about({ description }: Schema): Schema {
  return description === undefined ? {} : { description };
}

/**
 * The config of a type as it stands in a resource, and as it stands inside another config, where it may also wait, and
 * what it needs may be given by a layer beside it.
 */
function configDefinitions({ name, schema }: NamedSchema, names: ReadonlyMap<string, string>): [string, Schema][] {
  const config = lenient(schema, { root: `#/definitions/config:${name}`, names, values: true });
  const { definitions: _, required: __, ...shared } = config;
  const nested = {
    ...shared,
    properties: { waitFor: { $ref: '#/definitions/waitFor' }, ...childOf(config, 'properties') },
  };
  return [
    [`config:${name}`, config],
    [`nested:${name}`, nested],
  ];
}

/** The language's own keys that hold values: tags and outputs. */
function withValues(properties: Schema): Schema {
  const open = ['tags', 'outputs'].filter((key) => isSchema(properties[key]));
  const opened = open.map((key) => {
    const map = childOf(properties, key);
    const each = childOf(map, 'additionalProperties');
    return [key, { ...map, additionalProperties: value(each, each) }];
  });
  return { ...properties, ...Object.fromEntries(opened) };
}

function outputWithValues(output: Schema): Schema {
  const properties = Object.entries(childOf(output, 'properties'));
  const opened = properties.map(([key, one]) => [key, isSchema(one) && key !== 'condition' ? value(one, one) : one]);
  return { ...output, properties: Object.fromEntries(opened) };
}

function childOf(schema: Schema, key: string): Schema {
  const child = schema[key];
  return isSchema(child) ? child : {};
}
