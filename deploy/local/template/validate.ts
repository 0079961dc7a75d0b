import type { Specifications } from '../../../compiler/specification/read.js';
import type { Json } from '../../../compiler/template/template.js';
import { checkAttribute } from './attributes.js';
import { eachMention, type Mention } from './mentions.js';
import type { LocalTemplate } from './model.js';
import { pseudoNames } from './pseudo.js';
import { refusal } from './refuse.js';
import { checkTransforms } from './transforms.js';
import { checkTypes } from './types.js';

/**
 * Looks at everything that a template refers to, as CloudFormation does before it makes a change set. What only shows
 * when conditions are known (cycles) is looked at by `checkCircles`.
 *
 * @throws Fault (ValidationError) with CloudFormation's words.
 */
export function validateTemplate(template: LocalTemplate, specifications: Specifications): void {
  checkTransforms(template);
  checkTypes(template, specifications);
  checkConditions(template);
  checkBlock(template, 'Resources', template.json.Resources ?? {}, specifications);
  checkDependsOn(template);
  checkBlock(template, 'Outputs', template.json.Outputs ?? {}, specifications);
}

function checkConditions(template: LocalTemplate): void {
  const strange = new Set<string>();
  for (const json of template.conditions.values()) {
    eachMention(json, (mention) => {
      if (mention.kind === 'condition') needCondition(template, mention.name, 'Conditions');
      else if (mention.kind === 'attribute') strange.add(mention.id);
      else if (!isValue(template, mention.name)) strange.add(mention.name);
    });
  }
  if (strange.size === 0) return;
  const names = [...strange].sort().join(', ');
  throw refusal(
    `Template format error: Unresolved dependencies [${names}]. Cannot reference resources in the Conditions block of the template`,
  );
}

function checkBlock(template: LocalTemplate, block: string, json: Json, specifications: Specifications): void {
  const missing = new Set<string>();
  const visit = (mention: Mention) => {
    if (mention.kind === 'condition') needCondition(template, mention.name, block);
    else if (mention.kind === 'attribute') checkAttribute(template, mention, specifications);
    else if (!isValue(template, mention.name) && !template.resources.has(mention.name)) missing.add(mention.name);
  };
  eachMention(json, visit);
  for (const { condition } of block === 'Resources' ? template.resources.values() : []) {
    if (condition !== undefined) needCondition(template, condition, block);
  }
  for (const { Condition: condition } of block === 'Outputs' ? template.outputs.values() : []) {
    if (typeof condition === 'string') needCondition(template, condition, block);
  }
  if (missing.size > 0) throw unresolved(missing, block);
}

function checkDependsOn(template: LocalTemplate): void {
  const missing = new Set<string>();
  for (const { dependsOn } of template.resources.values()) {
    for (const id of dependsOn) if (!template.resources.has(id)) missing.add(id);
  }
  if (missing.size > 0) throw unresolved(missing, 'Resources');
}

function unresolved(names: ReadonlySet<string>, block: string) {
  const list = [...names].sort().join(', ');
  return refusal(
    `Template format error: Unresolved resource dependencies [${list}] in the ${block} block of the template`,
  );
}

function needCondition({ conditions }: LocalTemplate, name: string, block: string): void {
  if (conditions.has(name)) return;
  throw refusal(`Template format error: Unresolved condition dependency ${name} in the ${block} block of the template`);
}

/** Whether a name is a parameter or a pseudo parameter. */
function isValue(template: LocalTemplate, name: string): boolean {
  return template.parameters.has(name) || pseudoNames.has(name);
}
