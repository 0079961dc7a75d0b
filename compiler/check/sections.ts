import type { Node } from '../source/node.js';
import { type Document, Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import { read } from '../text/read.js';
import type { Reading } from '../text/reading.js';
import type { Shape } from '../text/shape.js';
import { shapeOf } from '../types/schema-shape.js';
import type { Declaration } from './blueprint.js';
import type { CheckContext } from './context.js';
import { readDeclaration } from './declarations.js';

/** The sections that hold content by name. */
export const SECTIONS = ['tags', 'parameters', 'mappings', 'conditions', 'rules', 'outputs', 'raw'] as const;
const SINGLE = ['name', 'description', 'region', 'transform', 'metadata', 'protect'] as const;
const WITH_CONDITIONS = new Set(['conditions', 'rules', 'raw']);

/** One document's part of a blueprint. */
export interface Sections {
  readonly place: Place;
  /** All of it as one expression, configs left out: what is held against the blueprint's schema. */
  readonly form: Expression;
  readonly single: ReadonlyMap<string, Expression>;
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Expression>>;
  readonly resources: readonly Declaration[];
  readonly hasResources: boolean;
}

/** Reads a document's sections; undefined (and reported) where there is no map of them. */
export function readDocument(document: Document, context: CheckContext): Sections | undefined {
  const place = Place.root(document);
  const { root } = document;
  if (root === undefined || (root.kind === 'scalar' && root.text === '')) {
    context.report('empty-blueprint', place, {});
    return undefined;
  }
  const shape = shapeOf(context.schema, () => undefined);
  if (root.kind !== 'map') {
    context.report('wrong-kind', place, {
      written: root.kind === 'list' ? 'A list' : 'A text',
      expected: 'a map with "resources"',
    });
    return undefined;
  }
  const read = new Map<string, Expression>();
  const resources: Declaration[] = [];
  for (const { key, value } of root.entries) {
    const at = place.at(key);
    read.set(
      key,
      key === 'resources'
        ? readResources(value, at, shape, resources, context)
        : readSection(key, value, at, shape, context),
    );
  }
  return {
    place,
    form: { kind: 'map', entries: [...read].map(([key, value]) => ({ key, value })), place },
    single: new Map(SINGLE.flatMap((name) => pair(name, read.get(name)))),
    named: new Map(SECTIONS.map((name) => [name, entriesOf(read.get(name))])),
    resources,
    // In another case it is said to be an unknown key.
    hasResources: root.entries.some(({ key }) => key.toLowerCase() === 'resources'),
  };
}

function readSection(key: string, value: Node, place: Place, shape: Shape, context: CheckContext): Expression {
  const reading: Reading = { ...context, template: false, conditions: WITH_CONDITIONS.has(key) };
  return read(value, place, shape.property(key), reading);
}

/** Each resource is read as a declaration; for the form, its config only has to be a map. */
function readResources(
  node: Node,
  place: Place,
  shape: Shape,
  resources: Declaration[],
  context: CheckContext,
): Expression {
  const item = shape.property('resources')?.item();
  if (node.kind !== 'list') return read(node, place, undefined, { ...context, template: false });
  const items = node.items.map((value, index) => {
    const at = place.at(index);
    if (value.kind !== 'map') return read(value, at, undefined, { ...context, template: false });
    const { declaration, form } = readDeclaration(value, at, item, context);
    resources.push(declaration);
    return form;
  });
  return { kind: 'list', items, place };
}

function pair(name: string, value: Expression | undefined): [string, Expression][] {
  return value === undefined ? [] : [[name, value]];
}

function entriesOf(section: Expression | undefined): ReadonlyMap<string, Expression> {
  if (section?.kind !== 'map') return new Map();
  return new Map(section.entries.map(({ key, value }) => [key, value]));
}
