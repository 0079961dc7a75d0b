import type { Chain, Step } from './expression.js';

const NAME = /[A-Za-z][A-Za-z0-9]*(?:::[A-Za-z0-9]+)*/y;
const MEMBER = /[A-Za-z0-9_-]+/y;

/** Deeper than anybody writes; keeps a hostile `$a(a(a(…` from using up the stack. */
const DEEPEST = 20;

/**
 * Reads `a.b?.0(c)` from `from` as far as it goes; undefined where no name begins there. A dot that no member follows
 * is not part of it.
 */
export function readChain(text: string, from: number, depth = 0): Chain | undefined {
  const name = match(NAME, text, from);
  if (name === undefined || depth > DEEPEST) return undefined;
  const steps: Step[] = [];
  let at = from + name.length;
  for (let step = readStep(text, at, depth); step !== undefined; step = readStep(text, at, depth)) {
    steps.push(step);
    at = step.to;
  }
  return { name, steps, from, to: at };
}

/** The whole text as `$a.b`, or undefined where it is not of that form. */
export function readReference(text: string): Chain | undefined {
  if (!text.startsWith('$')) return undefined;
  const chain = readChain(text, 1);
  return chain?.to === text.length ? chain : undefined;
}

function readStep(text: string, at: number, depth: number): Step | undefined {
  if (text[at] === '.') {
    const key = match(MEMBER, text, at + 1);
    if (key === undefined) return undefined;
    const end = at + 1 + key.length;
    const optional = text[end] === '?';
    return { kind: 'member', key, optional, from: at + 1, to: optional ? end + 1 : end };
  }
  if (text[at] !== '(') return undefined;
  const chain = readChain(text, at + 1, depth + 1);
  if (chain === undefined || text[chain.to] !== ')') return undefined;
  const end = chain.to + 1;
  const optional = text[end] === '?';
  return { kind: 'computed', chain, optional, from: at, to: optional ? end + 1 : end };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
