import { readable } from '../express.js';
import type { Form } from '../form.js';
import type { Risk } from '../model.js';
import { isJsonMap, member } from '../node.js';
import type { Stack } from '../stack.js';
import { riskOf, type Scene } from './scene.js';

/** Exports that go away, although other stacks may import them. */
export function removedExports(scene: Scene): readonly Risk[] {
  const left = new Set(exportsOf(scene.to).values());
  return [...exportsOf(scene.from)].flatMap(([output, name]) => {
    if (left.has(name)) return [];
    const shown = readable(name) ?? output;
    return [riskOf('export-removed', output, `The export "${shown}" goes away, which other stacks may import.`, scene)];
  });
}

function exportsOf({ evaluator, template }: Stack): ReadonlyMap<string, Form> {
  const outputs = member(template, 'Outputs');
  const found = new Map<string, Form>();
  for (const name of isJsonMap(outputs) ? Object.keys(outputs) : []) {
    const output = member(outputs, name);
    const condition = member(output, 'Condition');
    const form = evaluator.form(member(member(output, 'Export'), 'Name'));
    const absent = typeof condition === 'string' && evaluator.condition(condition) === false;
    if (form !== undefined && !absent) found.set(name, form);
  }
  return found;
}
