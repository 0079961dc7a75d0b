import type { Placed } from '../template/logical.js';
import { Call, Reference, Text, type Value } from '../template/value.js';

type Formula =
  | { readonly kind: 'atom' }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'and' | 'or'; readonly of: readonly number[] };

/** Conditions nest as deep as users make them; what would take a longer proof is taken to hold. */
const deepest = 60;

/**
 * Conditions as formulas, each different one with a number, so that two names with the same definition are the same.
 * Knows And, Or, Not; every Fn::Equals is a fact of its own.
 */
export class Logic {
  private readonly named = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly formulas: Formula[] = [];

  /** `sorted`: each name after those that it is made from. */
  constructor(conditions: ReadonlyMap<string, Placed>, sorted: readonly string[]) {
    for (const name of sorted) {
      const definition = conditions.get(name);
      if (definition !== undefined) this.named.set(name, this.read(definition.value));
    }
  }

  /** Whether a condition holds wherever the facts do. True also where that is not known, such as for unknown names. */
  implied(condition: string, facts: readonly (readonly [string, boolean])[]): boolean {
    const goal = this.named.get(condition);
    if (goal === undefined) return true;
    const known = new Set<number>();
    for (const [name, holds] of facts) {
      const fact = this.named.get(name);
      if (fact === undefined) return true;
      this.learn(holds ? fact : this.negated(fact), known);
    }
    return this.proves(goal, new Map([...known].map((fact) => [fact, true])), 0);
  }

  private read(value: Value): number {
    if (!(value instanceof Call)) return this.number({ kind: 'atom' }, textOf(value));
    const { name, args } = value;
    if (name === 'Condition')
      return this.named.get(typeof args === 'string' ? args : '') ?? this.number({ kind: 'atom' }, textOf(value));
    const list = Array.isArray(args) ? (args as readonly Value[]) : [args];
    if (name === 'Fn::Not') return this.negated(this.read(list[0] ?? null));
    if (name === 'Fn::And' || name === 'Fn::Or') return this.several(name === 'Fn::And' ? 'and' : 'or', list);
    const sides = name === 'Fn::Equals' ? list.map(textOf).sort() : list.map(textOf);
    return this.number({ kind: 'atom' }, `${name}(${sides.join(',')})`);
  }

  private several(kind: 'and' | 'or', list: readonly Value[]): number {
    const of = [...new Set(list.map((item) => this.read(item)))].sort((a, b) => a - b);
    return of.length === 1 ? (of[0] as number) : this.number({ kind, of }, `${kind}:${of.join(',')}`);
  }

  private negated(formula: number): number {
    const inner = this.formulas[formula];
    return inner?.kind === 'not' ? inner.of : this.number({ kind: 'not', of: formula }, `not:${formula}`);
  }

  private number(formula: Formula, text: string): number {
    const present = this.numbers.get(text);
    if (present !== undefined) return present;
    this.numbers.set(text, this.formulas.length);
    return this.formulas.push(formula) - 1;
  }

  /** Adds what follows from a fact by taking it apart. */
  private learn(first: number, known: Set<number>): void {
    const pending = [first];
    for (let fact = pending.pop(); fact !== undefined; fact = pending.pop()) {
      if (known.has(fact)) continue;
      known.add(fact);
      const formula = this.formulas[fact];
      if (formula?.kind === 'and') pending.push(...formula.of);
      const inner = formula?.kind === 'not' ? this.formulas[formula.of] : undefined;
      if (inner?.kind === 'or') pending.push(...inner.of.map((part) => this.negated(part)));
    }
  }

  /** `decided` remembers, because formulas share parts. */
  private proves(goal: number, decided: Map<number, boolean>, depth: number): boolean {
    const before = decided.get(goal);
    if (before !== undefined || depth > deepest) return before ?? true;
    const result = this.follows(goal, (part) => this.proves(part, decided, depth + 1));
    decided.set(goal, result);
    return result;
  }

  private follows(goal: number, proves: (part: number) => boolean): boolean {
    const formula = this.formulas[goal];
    if (formula?.kind === 'and') return formula.of.every(proves);
    if (formula?.kind === 'or') return formula.of.some(proves);
    const inner = formula?.kind === 'not' ? this.formulas[formula.of] : undefined;
    if (inner?.kind === 'or') return inner.of.every((part) => proves(this.negated(part)));
    if (inner?.kind === 'and') return inner.of.some((part) => proves(this.negated(part)));
    return false;
  }
}

/** One text for one value. */
function textOf(value: Value): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Reference) return { Ref: [part.target, part.attribute ?? ''] };
    if (part instanceof Text) return { Text: part.parts };
    return part instanceof Call ? { [part.name]: part.args } : part;
  });
}
