import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import { resourceAttributes } from '../../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { LocalResource } from './model.js';
import { refusal } from './refuse.js';

/** What CloudFormation takes beside what its guide lists. */
const IGNORED: ReadonlySet<string> = new Set(['Version', 'Fn::Transform']);

const MACRO = 'Fn::Transform';

/** One entry of a template's Resources. @throws Fault */
export function readResource(id: string, json: Json): LocalResource {
  if (id.startsWith('Fn::')) return { id, type: '', condition: undefined, dependsOn: [], properties: {}, raw: {} };
  if (!isJsonMap(json)) throw refusal('Template format error: Any Resources member must be an object.');
  for (const key of Object.keys(json)) {
    if (!resourceAttributes.has(key) && !IGNORED.has(key)) {
      throw refusal(`Invalid template resource property '${key}'`);
    }
  }
  // What a macro makes has no type yet; that there are no macros is said by `validateTemplate`.
  const {
    Type: type = Object.hasOwn(json, 'Fn::Transform') ? MACRO : undefined,
    Condition: condition,
    Properties: properties,
  } = json;
  if (typeof type !== 'string' || type === '') {
    throw refusal(`Template format error: [/Resources/${id}] Every Resources object must contain a Type member.`);
  }
  if (condition !== undefined && typeof condition !== 'string') {
    throw refusal('Template format error: Every Condition member must be a string.');
  }
  if (properties !== undefined && !isJsonMap(properties)) throw badProperties(id, properties);
  checkNulls(properties ?? {}, `/Resources/${id}/Properties`);
  return { id, type, condition, dependsOn: dependsOn(json), properties: properties ?? {}, raw: json };
}

function badProperties(id: string, json: Json) {
  const problem = json === null ? "'null' values are not allowed in templates" : 'Properties must be an object.';
  return refusal(`Template format error: [/Resources/${id}/Properties] ${problem}`);
}

function checkNulls(json: Json, path: string): void {
  if (json === null) throw refusal(`[${path}] 'null' values are not allowed in templates`);
  if (typeof json !== 'object') return;
  for (const [key, inner] of Object.entries(json)) {
    // Written without an argument, it stands for the stack's own region.
    if (key !== 'Fn::GetAZs' || inner !== null) checkNulls(inner, `${path}/${key}`);
  }
}

function dependsOn({ DependsOn: written }: JsonMap): readonly string[] {
  const items = written === undefined ? [] : isJsonList(written) ? written : [written];
  return items.map((item) => {
    if (typeof item !== 'string')
      throw refusal('Template format error: DependsOn must be a string or list of strings.');
    return item;
  });
}
