import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import { collectionOf } from './collection.js';
import { expandLoops, hasLoops } from './loops.js';
import type { LocalTemplate } from './model.js';
import { readParameter } from './parameterDeclaration.js';
import { refusal } from './refuse.js';
import { readResource } from './resource.js';
import { checkNames, checkSections, checkSizes } from './sections.js';
import { parseTemplate } from './text.js';
import { checkTransformNames, LANGUAGE } from './transforms.js';

/**
 * Reads a template in JSON or YAML as CloudFormation does when it is handed in: its form, names and sizes. What it
 * refers to is looked at by `validateTemplate`.
 *
 * @param values What is known of the parameters, for the collections of `Fn::ForEach`; otherwise their defaults count.
 * @throws Fault (ValidationError) with CloudFormation's words.
 */
export function readTemplate(body: string, values: ReadonlyMap<string, string> = new Map()): LocalTemplate {
  const json = parseTemplate(body);
  const template = structured(body, json);
  if (!template.transforms.includes(LANGUAGE) || !hasLoops(json)) return template;
  return structured(body, expandLoops(json, collectionOf(template, values)));
}

function structured(body: string, json: JsonMap): LocalTemplate {
  const transforms = transformsOf(json.Transform);
  checkTransformNames(transforms);
  checkSections(json);
  const sections = {
    parameters: mapOf(json, 'Parameters'),
    mappings: mapOf(json, 'Mappings'),
    conditions: mapOf(json, 'Conditions'),
    rules: mapOf(json, 'Rules'),
    resources: mapOf(json, 'Resources'),
    outputs: mapOf(json, 'Outputs'),
  };
  checkSizes(sections);
  checkNames(sections);
  return {
    body,
    json,
    description: typeof json.Description === 'string' ? json.Description : undefined,
    parameters: each(sections.parameters, readParameter),
    mappings: each(sections.mappings, readMapping),
    conditions: sections.conditions,
    rules: sections.rules,
    resources: each(sections.resources, readResource),
    outputs: each(sections.outputs, readOutput),
    transforms,
  };
}

function mapOf(json: JsonMap, section: string): ReadonlyMap<string, Json> {
  const found = json[section];
  if (found === undefined || found === null) return new Map();
  if (!isJsonMap(found)) throw refusal(`Template format error: [/${section}] section must be an object.`);
  return new Map(Object.entries(found));
}

function each<T>(section: ReadonlyMap<string, Json>, read: (name: string, json: Json) => T): ReadonlyMap<string, T> {
  return new Map([...section].map(([name, json]) => [name, read(name, json)]));
}

function readMapping(name: string, json: Json): JsonMap {
  if (!isJsonMap(json)) throw refusal('Template format error: Every Mappings member must be a map.');
  for (const [key, row] of Object.entries(json)) {
    if (key === 'Fn::Transform' || isJsonMap(row)) continue;
    throw refusal(`Template format error: Every Mappings attribute must be a map; "${name}" has one that is not.`);
  }
  return json;
}

function readOutput(name: string, json: Json): JsonMap {
  if (name.startsWith('Fn::ForEach::') && isJsonList(json)) return {};
  if (!isJsonMap(json)) throw refusal('Template format error: Any Outputs member must be an object.');
  const strange = Object.keys(json).filter((key) => !['Value', 'Description', 'Export', 'Condition'].includes(key));
  if (strange.length > 0) throw refusal(`Invalid template output property or properties [${strange.join(', ')}]`);
  if (json.Value === undefined || json.Value === null) {
    throw refusal('Template format error: Every Outputs member must contain a Value object');
  }
  if (json.Export !== undefined && (!isJsonMap(json.Export) || json.Export.Name === undefined)) {
    throw refusal('Template format error: Output Export must contain a Name.');
  }
  return json;
}

function transformsOf(json: Json | undefined): readonly string[] {
  const items = isJsonList(json) ? json : json === undefined || json === null ? [] : [json];
  return items.map((item) => (isJsonMap(item) ? asText(item.Name ?? '') : asText(item)));
}
