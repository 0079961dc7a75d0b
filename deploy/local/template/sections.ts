import { formatVersion, limits, pseudoParameters, sectionOrder } from '../../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { asText } from './asText.js';
import { refusal } from './refuse.js';

type Sections = Readonly<Record<'parameters' | 'mappings' | 'conditions' | 'rules' | 'resources' | 'outputs', Names>>;
type Names = ReadonlyMap<string, Json>;

/** Looks at the top level of a template. @throws Fault */
export function checkSections(json: JsonMap): void {
  const strange = Object.keys(json).filter((key) => !sectionOrder.includes(key) && key !== 'Hooks');
  if (strange.length > 0) throw refusal(`Invalid template property or properties [${strange.join(', ')}]`);
  const version = json.AWSTemplateFormatVersion;
  if (version !== undefined && version !== null && version !== formatVersion) {
    throw refusal(`Template format error: unsupported value for AWSTemplateFormatVersion: ${asText(version)}`);
  }
  const { Description: description } = json;
  if (description !== undefined && description !== null && typeof description !== 'string') {
    throw refusal('Template format error: Description must be a string.');
  }
  if (typeof description === 'string' && Buffer.byteLength(description) > limits.descriptionBytes) {
    throw refusal(`Template format error: 'Description' length is greater than ${limits.descriptionBytes}.`);
  }
}

/** Counts what there can only be so much of. @throws Fault */
export function checkSizes({ parameters, mappings, resources, outputs }: Sections): void {
  if (resources.size === 0) throw refusal('Template format error: At least one Resources member must be defined.');
  const counts = { resources, parameters, mappings, outputs };
  for (const name of ['resources', 'parameters', 'mappings', 'outputs'] as const) {
    const { size } = counts[name];
    if (size > limits[name]) {
      throw refusal(
        `Template format error: Number of ${name}, ${size}, is greater than maximum allowed, ${limits[name]}`,
      );
    }
  }
}

const WORDS = {
  parameters: 'Parameter name',
  mappings: 'Mappings name',
  conditions: 'Conditions name',
  resources: 'Resource name',
  outputs: 'Outputs name',
} as const;

/** Looks at what things are called. @throws Fault */
export function checkNames(sections: Sections): void {
  for (const section of ['parameters', 'conditions', 'resources', 'outputs', 'mappings'] as const) {
    for (const name of sections[section].keys()) checkName(WORDS[section], name);
  }
  for (const name of sections.resources.keys()) {
    if (sections.parameters.has(name)) throw refusal(`Template format error: Duplicate name ${name} in the template`);
  }
}

function checkName(word: string, name: string): void {
  if (name.startsWith('Fn::ForEach::') || name === 'Fn::Transform' || pseudoParameters.has(name)) return;
  if (name.length > limits.logicalIdLength) {
    throw refusal(`Template format error: ${word} ${name.slice(0, 40)}… is longer than ${limits.logicalIdLength}.`);
  }
  if (!/^[A-Za-z0-9]+$/.test(name)) {
    const written = word.endsWith('s name') ? `'${name}'` : name;
    throw refusal(`Template format error: ${word} ${written} is non alphanumeric.`);
  }
}
