import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { Parameter } from '../../api/cloudformation.js';
import { Chance } from '../resources/hash.js';
import type { Scene } from '../simulation/scene.js';
import type { Spec, StackState } from '../state/stack.js';
import { specOf } from './spec.js';

/** What a stack within a stack is to be, by the properties of the resource that it is there. @throws Fault */
export function childSpec(scene: Scene, parent: StackState, properties: JsonMap, previous: Spec | undefined): Spec {
  const { TemplateURL: url, Parameters: parameters, Tags: tags, NotificationARNs: arns } = properties;
  const site = { scene, region: parent.region };
  const asked = {
    TemplateURL: typeof url === 'string' ? url : '',
    Parameters: Object.entries(mapOf(parameters)).map(([name, value]): Parameter => {
      return { ParameterKey: name, ParameterValue: textOf(value) };
    }),
    Tags: tagsOf(parent, tags),
    Capabilities: [...parent.spec.capabilities] as NonNullable<Parameters<typeof specOf>[1]['Capabilities']>,
    NotificationARNs: Array.isArray(arns) ? arns.map(textOf) : [],
  };
  return specOf(site, asked, previous === undefined ? undefined : { ...previous, tags: [] });
}

/** The name of a stack within a stack. */
export function childName(parent: StackState, id: string, operation: string): string {
  const end = `-${new Chance('nested', parent.id, id, operation).upper(13)}`;
  return `${`${parent.name}-${id}`.slice(0, 128 - end.length)}${end}`;
}

/** A stack's tags are those of the stacks in it, too. */
function tagsOf({ spec }: StackState, own: Json | undefined): { Key: string; Value: string }[] {
  const tags = new Map(spec.tags.map(({ Key = '', Value = '' }) => [Key, Value]));
  for (const tag of Array.isArray(own) ? own : []) tags.set(textOf(mapOf(tag).Key), textOf(mapOf(tag).Value));
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function mapOf(json: Json | undefined): JsonMap {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonMap) : {};
}

function textOf(json: Json | undefined): string {
  if (Array.isArray(json)) return json.map(textOf).join(',');
  return typeof json === 'object' ? JSON.stringify(json) : String(json ?? '');
}
