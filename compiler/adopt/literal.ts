import { parse } from '../source/parse.js';
import { Place } from '../source/place.js';
import type { Chain, Expression } from '../text/expression.js';
import { read } from '../text/read.js';
import type { Reading } from '../text/reading.js';

/** A part of a text: a text, or a reference (`A.B`). */
export type Part = string | { readonly name: string };

const NOWHERE = Place.root(parse('', '', () => {}));

/** How a blueprint writes a text that is no reference; undefined where it cannot. */
export function literal(text: string): string | undefined {
  if (!text.includes('$')) return text;
  const candidates = [text, escaped(text), `$${text}`, `$${escaped(text)}`];
  return candidates.find((candidate) => {
    const expression = readText(candidate);
    return expression?.kind === 'literal' && expression.value === text;
  });
}

function escaped(text: string): string {
  return text.split('${{').join('$${{');
}

/** How a blueprint writes a text with references (`A.B`) in it; undefined where it would be read as something else. */
export function joined(parts: readonly Part[]): string | undefined {
  const text = parts.map((part) => (typeof part === 'string' ? escaped(part) : `\${{ ${part.name} }}`)).join('');
  const expression = readText(text);
  if (expression?.kind !== 'text' || expression.parts.length !== parts.length) return undefined;
  const same = expression.parts.every((part, index) => {
    const meant = parts[index];
    return typeof meant === 'string' ? part === meant : typeof part === 'object' && isName(part, meant?.name);
  });
  return same ? text : undefined;
}

/** With texts that stand side by side as one. */
export function partsOf(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  return merged;
}

/** Whether `$name` is a reference that is spelled exactly so. */
export function isReference(name: string): boolean {
  const expression = readText(`$${name}`);
  return expression?.kind === 'name' && isName(expression.chain, name);
}

function isName(part: Chain | Expression, name: string | undefined): boolean {
  if (!('steps' in part)) return false;
  const steps = part.steps.map((step) => (step.kind === 'member' && !step.optional ? `.${step.key}` : '?'));
  return part.name + steps.join('') === name;
}

/** What the compiler makes of a quoted text; undefined where it has something against it. */
function readText(text: string): Expression | undefined {
  let problems = 0;
  const reading: Reading = { report: () => void problems++, template: false, include: () => undefined };
  const expression = read({ kind: 'scalar', text, style: 'double', start: 0, end: 0 }, NOWHERE, undefined, reading);
  return problems === 0 ? expression : undefined;
}
