import type { Json } from '../../../compiler/template/template.js';
import type { Evaluation } from './evaluate.js';
import { eachMention } from './mentions.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

/**
 * Refuses references from what is there to resources whose conditions do not hold. DependsOn may name them.
 *
 * @throws Fault (ValidationError) with CloudFormation's words.
 */
export function checkPresence(template: LocalTemplate, evaluation: Evaluation): void {
  const resources = [...template.resources.values()].filter(({ id }) => evaluation.exists(id));
  check(
    template,
    evaluation,
    'Resources',
    resources.map(({ properties }) => properties),
  );
  const outputs = [...template.outputs.values()].filter(
    ({ Condition: condition }) => typeof condition !== 'string' || evaluation.condition(condition),
  );
  check(template, evaluation, 'Outputs', outputs);
}

function check(template: LocalTemplate, evaluation: Evaluation, block: string, parts: readonly Json[]): void {
  const absent = new Set<string>();
  for (const part of parts) {
    eachMention(
      part,
      (mention) => {
        const id = mention.kind === 'attribute' ? mention.id : mention.name;
        const named = mention.kind !== 'condition' && template.resources.has(id);
        if (named && !evaluation.exists(id)) absent.add(id);
      },
      evaluation.condition,
    );
  }
  if (absent.size === 0) return;
  const names = [...absent].sort().join(', ');
  throw refusal(
    `Template format error: Unresolved resource dependencies [${names}] in the ${block} block of the template`,
  );
}
