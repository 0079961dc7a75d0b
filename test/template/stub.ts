import { type Document, Place } from '../../compiler/source/place.js';
import type { Logical, LogicalResource, Placed, Sections } from '../../compiler/template/logical.js';
import { Call, mapOf, Reference, Text, type Value } from '../../compiler/template/value.js';

/** A document that says where things are by path alone: a span is one line, whose number is the length of the path. */
export const document: Document = {
  file: 'test.yaml',
  text: '',
  root: undefined,
  span: (path) => {
    const at = { offset: path.length, line: path.length, column: 1 };
    return { start: at, end: at };
  },
};

export const root = Place.root(document);

/** The value of plain data: `{ $ref: 'A.B' }`, `{ $text: […] }` and `{ $call: ['Fn::If', args] }` are the objects. */
export function value(data: unknown, place: Place = root): Value {
  if (Array.isArray(data)) return data.map((item, index) => value(item, place.at(index)));
  if (typeof data !== 'object' || data === null) return data as Value;
  const [key, content] = Object.entries(data)[0] ?? [];
  if (key === '$ref') return reference(content as string, place);
  if (key === '$text') return new Text(value(content, place) as Value[], place);
  if (key === '$call') return new Call(content[0], value(content[1], place), place);
  return mapOf(Object.entries(data).map(([name, item]) => [name, value(item, place.at(name))]));
}

function reference(text: string, place: Place): Reference {
  const dot = text.indexOf('.');
  if (dot < 0) return new Reference(text, undefined, place);
  return new Reference(text.slice(0, dot), text.slice(dot + 1), place);
}

/** A raw resource as the author would have written it at `resources.<id>`. */
export function resource(id: string, type: string, properties: object, attributes: object = {}): LogicalResource {
  const place = root.at('resources').at(id);
  const config = place.at('config');
  return {
    id,
    type,
    place,
    configPlace: config,
    properties: value(properties, config) as LogicalResource['properties'],
    attributes: new Map(Object.entries(attributes).map(([name, item]) => [name, value(item, place.at(name))])),
    owners: [],
  };
}

type SectionData = { [K in keyof Sections]?: unknown };

export function logical(resources: readonly LogicalResource[], sections: SectionData = {}): Logical {
  const { description, transform, metadata, ...named } = sections;
  return {
    resources,
    sections: {
      ...(description === undefined ? {} : { description: value(description) }),
      ...(transform === undefined ? {} : { transform: value(transform) }),
      ...(metadata === undefined ? {} : { metadata: value(metadata, root.at('metadata')) }),
      parameters: placed(named.parameters, 'parameters'),
      mappings: placed(named.mappings, 'mappings'),
      conditions: placed(named.conditions, 'conditions'),
      rules: placed(named.rules, 'rules'),
      outputs: placed(named.outputs, 'outputs'),
      raw: placed(named.raw, 'raw'),
    },
  };
}

function placed(section: unknown, key: string): ReadonlyMap<string, Placed> {
  const entries = Object.entries((section ?? {}) as object);
  return new Map(
    entries.map(([name, data]) => {
      const place = root.at(key).at(name);
      return [name, { value: value(data, place), place }];
    }),
  );
}
