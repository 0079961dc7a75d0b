import { isJsonMap } from '../../../compiler/diff/node.js';
import type { JsonMap } from '../../../compiler/template/template.js';

/** A template to import with. */
export interface ImportTemplate {
  readonly template: JsonMap;
  /** The ids of the resources that got a DeletionPolicy, as CloudFormation imports none without. */
  readonly retained: readonly string[];
}

/** Sections that resources may refer to. */
const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Rules', 'Transform'];

/**
 * The template with which resources are imported: what the stack runs, and of the blueprint's template only what is
 * imported. In the same operation CloudFormation changes nothing else.
 */
export function importTemplate(deployed: JsonMap | undefined, wanted: JsonMap, ids: readonly string[]): ImportTemplate {
  const before = deployed ?? { AWSTemplateFormatVersion: '2010-09-09' };
  const resources = mapOf(before.Resources);
  const retained: string[] = [];
  for (const id of ids) {
    const resource = mapOf(wanted.Resources)[id] as JsonMap;
    if (resource.DeletionPolicy === undefined) retained.push(id);
    resources[id] = resource.DeletionPolicy === undefined ? { ...resource, DeletionPolicy: 'Retain' } : resource;
  }
  const sections: Record<string, JsonMap[string]> = {};
  for (const section of SECTIONS) {
    const both = wanted[section] ?? before[section];
    if (both === undefined) continue;
    const maps = isJsonMap(before[section]) && isJsonMap(wanted[section]);
    sections[section] = maps ? { ...mapOf(wanted[section]), ...mapOf(before[section]) } : both;
  }
  return { template: { ...before, ...sections, Resources: resources }, retained };
}

/** A copy whose keys are all its own. */
function mapOf(value: JsonMap[string] | undefined): Record<string, JsonMap[string]> {
  return Object.assign(Object.create(null), isJsonMap(value) ? value : {});
}
