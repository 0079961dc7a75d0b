import type { Report } from '../diagnostics/diagnostic.js';
import { type Entry, type MapNode, member, type Node } from '../source/node.js';
import { type Document, Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import { read } from '../text/read.js';
import type { Include, Reading } from '../text/reading.js';
import type { Shape } from '../text/shape.js';
import type { Part, SharedResource, TypeTemplate } from './type.js';

const PART_KEYS = new Set(['type', 'config', 'when', 'forEach', 'as', 'key']);

/** Reads a template.yaml. Its form is checked before (schemas/component.schema.json), so what does not fit is passed over. */
export function readTemplate(
  document: Document,
  report: Report,
  include: Include,
  shapeOfType: (type: string) => Shape | undefined,
): TypeTemplate {
  const place = Place.root(document);
  const root = document.root;
  const reading: Reading = { report, template: true, include };
  const section = (name: string): Expression | undefined => {
    const node = member(root, name);
    return node && read(node, place.at(name), undefined, reading);
  };
  return {
    place,
    values: expressions(root, 'values', place, reading),
    shared: mapEntries(root, 'shared', ({ key, value }) => sharedResource(value, place.at('shared').at(key))),
    parts: mapEntries(root, 'resources', ({ key, value }) =>
      value.kind === 'map' ? readPart(key, value, place.at('resources').at(key), reading, shapeOfType) : undefined,
    ),
    adds: section('adds'),
    checks: section('checks'),
    attributes: expressions(root, 'attributes', place, reading),
  };
}

function sharedResource(node: Node, place: Place): SharedResource | undefined {
  return node.kind === 'scalar' ? { type: node.text, place } : undefined;
}

function expressions(root: Node | undefined, name: string, place: Place, reading: Reading) {
  return mapEntries(root, name, ({ key, value }) => read(value, place.at(name).at(key), undefined, reading));
}

function mapEntries<T>(
  root: Node | undefined,
  name: string,
  make: (entry: Entry) => T | undefined,
): ReadonlyMap<string, T> {
  const node = member(root, name);
  const made = new Map<string, T>();
  for (const entry of node?.kind === 'map' ? node.entries : []) {
    const value = make(entry);
    if (value !== undefined) made.set(entry.key, value);
  }
  return made;
}

function readPart(
  name: string,
  node: MapNode,
  place: Place,
  reading: Reading,
  shapeOfType: (type: string) => Shape | undefined,
): Part {
  const text = (key: string): string | undefined => {
    const value = member(node, key);
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  const expression = (key: string): Expression | undefined => {
    const value = member(node, key);
    return value && read(value, place.at(key), undefined, reading);
  };
  const type = text('type') ?? '';
  let config: readonly Expression[] | undefined;
  return {
    name,
    type,
    config: () => {
      config ??= readLayers(member(node, 'config'), place.at('config'), shapeOfType(type), reading);
      return config;
    },
    when: expression('when'),
    forEach: expression('forEach'),
    as: text('as') ?? 'each',
    key: expression('key'),
    settings: new Map(
      node.entries
        .filter(({ key }) => !PART_KEYS.has(key))
        .map(({ key, value }) => [key, read(value, place.at(key), undefined, reading)]),
    ),
    place,
  };
}

function readLayers(
  node: Node | undefined,
  place: Place,
  shape: Shape | undefined,
  reading: Reading,
): readonly Expression[] {
  if (node === undefined) return [];
  if (node.kind !== 'list') return [read(node, place, shape, reading)];
  return node.items.map((item, index) => read(item, place.at(index), shape, reading));
}
