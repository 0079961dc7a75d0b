import type { Chain, Step } from './expression.js';

const VARIABLE = /\$\{(!?)([^{}$]*)\}/g;

/**
 * Cuts the text of a `Fn::Sub` at its `${Name}` and `${Name.Attribute}`; `${!Literal}` stands for `${Literal}`
 * (CloudFormation User Guide, "Fn::Sub").
 */
export function readSub(text: string): readonly (string | Chain)[] {
  const parts: (string | Chain)[] = [];
  let literal = '';
  let at = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const [whole, literally, inside = ''] = found;
    literal += text.slice(at, found.index);
    at = found.index + whole.length;
    if (literally === '!') {
      literal += `\${${inside}}`;
      continue;
    }
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(chainOf(inside, found.index + 2));
  }
  literal += text.slice(at);
  if (literal !== '') parts.push(literal);
  return parts;
}

function chainOf(inside: string, from: number): Chain {
  const written = inside.trim();
  const begin = from + inside.indexOf(written);
  return dotted(written, begin);
}

/** `Name.Attribute.More` as CloudFormation writes it: a name and its steps, whatever characters they have. */
export function dotted(text: string, from = 0): Chain {
  const [name = '', ...keys] = text.split('.');
  let at = from + name.length;
  const steps = keys.map((key): Step => {
    const begin = at + 1;
    at = begin + key.length;
    return { kind: 'member', key, optional: false, from: begin, to: at };
  });
  return { name, steps, from, to: at };
}
