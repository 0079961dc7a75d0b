import type { Evaluation } from './evaluate.js';
import { eachMention } from './mentions.js';
import type { LocalTemplate } from './model.js';

/**
 * For each resource that is there, in the template's order, the ids of those that it needs: what its properties refer
 * to where conditions hold, and its DependsOn. Sorted.
 */
export function dependenciesOf(
  template: LocalTemplate,
  evaluation: Evaluation,
): ReadonlyMap<string, readonly string[]> {
  const there = new Set([...template.resources.keys()].filter((id) => evaluation.exists(id)));
  return new Map(
    [...there].map((id) => {
      const { properties = {}, dependsOn = [], raw = {} } = template.resources.get(id) ?? {};
      const needs = new Set<string>(dependsOn);
      const visit = (part: typeof properties) =>
        eachMention(
          part,
          (mention) => {
            if (mention.kind === 'name') needs.add(mention.name);
            if (mention.kind === 'attribute') needs.add(mention.id);
          },
          evaluation.condition,
        );
      visit(properties);
      visit({ ...raw, Type: '', DependsOn: [], Properties: {}, Condition: '' });
      return [id, [...needs].filter((need) => there.has(need)).sort()];
    }),
  );
}
