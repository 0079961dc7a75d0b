import { formatVersion, sectionOrder } from '../template/cloudformation.js';
import type { Graph } from '../template/graph.js';
import type { Logical, Placed, Sections } from '../template/logical.js';
import type { Json, JsonMap, Template } from '../template/template.js';
import type { Value } from '../template/value.js';
import { spell } from './references.js';
import { emitResource } from './resource.js';

/**
 * The template of a linked blueprint. Sections stand in CloudFormation's usual order, resources in the order of the
 * graph, everything else sorted, so that the same content always gives the same template. Empty sections are left out.
 */
export function emit(logical: Logical, graph: Graph): Template {
  const { sections } = logical;
  const content = new Map<string, Json>([
    ...(sections.raw.has('AWSTemplateFormatVersion') ? [] : [['AWSTemplateFormatVersion', formatVersion] as const]),
    ...single('Description', sections.description),
    ...single('Transform', sections.transform),
    ...single('Metadata', sections.metadata),
    ...named('Parameters', sections.parameters),
    ...named('Mappings', sections.mappings),
    ...named('Conditions', sections.conditions),
    ...named('Rules', sections.rules),
    ['Resources', resources(logical, graph)],
    ...named('Outputs', sections.outputs),
  ]);
  mergeRaw(content, sections);
  return inOrder(content);
}

/**
 * The text of a template: indented by two spaces, or with no white space at all, and a line feed at the end. Its size
 * for CloudFormation is that of its UTF-8 bytes.
 */
export function toJson(template: Template, { minify = false }: { readonly minify?: boolean } = {}): string {
  return `${JSON.stringify(template, undefined, minify ? undefined : 2)}\n`;
}

function resources(logical: Logical, graph: Graph): JsonMap {
  const byId = new Map(logical.resources.map((resource) => [resource.id, resource]));
  const emitted: Record<string, Json> = Object.create(null);
  for (const id of graph.nodes) {
    const resource = byId.get(id);
    if (resource !== undefined) emitted[id] = emitResource(resource);
  }
  return emitted;
}

function single(key: string, value: Value | undefined): [string, Json][] {
  return value === undefined ? [] : [[key, spell(value)]];
}

function named(key: string, entries: ReadonlyMap<string, Placed>): [string, Json][] {
  if (entries.size === 0) return [];
  const section: Record<string, Json> = Object.create(null);
  for (const name of [...entries.keys()].sort()) section[name] = spell((entries.get(name) as Placed).value);
  return [[key, section]];
}

/** What the blueprint says in its own words stays; that it and `raw` say different things is found before. */
function mergeRaw(content: Map<string, Json>, { raw }: Sections): void {
  for (const [key, { value }] of raw) {
    const present = content.get(key);
    if (present === undefined) content.set(key, spell(value));
    else {
      const more = spell(value);
      if (isSection(more) && isSection(present)) content.set(key, merged(present, more, key));
    }
  }
}

function isSection(json: Json): json is JsonMap {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Resources stay in the order of the graph, with the raw ones after them. */
function merged(present: JsonMap, more: JsonMap, section: string): JsonMap {
  const names = [...new Set([...Object.keys(present), ...Object.keys(more)])];
  if (section !== 'Resources') names.sort();
  const map: Record<string, Json> = Object.create(null);
  for (const name of names) map[name] = (present[name] ?? more[name]) as Json;
  return map;
}

function inOrder(content: ReadonlyMap<string, Json>): Template {
  const others = [...content.keys()].filter((key) => !sectionOrder.includes(key)).sort();
  const template: Record<string, Json> = Object.create(null);
  for (const key of [...sectionOrder, ...others]) {
    const section = content.get(key);
    if (section !== undefined) template[key] = section;
  }
  return template as Template;
}
