import type { Path } from '../source/place.js';
import type { Forms } from './form.js';
import { type Match, matchItems } from './lists.js';
import type { Action } from './model.js';
import type { EvaluatedNode } from './node.js';
import { normalise } from './normalise.js';
import type { ValuePlace } from './place.js';
import { isPolicy, isStatement, statementSets, statements } from './policy.js';
import { sameJson } from './sameness.js';

/** One place where two values differ. */
export interface Difference {
  readonly path: Path;
  readonly action: Action;
  readonly before: EvaluatedNode | undefined;
  readonly after: EvaluatedNode | undefined;
}

/** Where two values differ, and where they are only written differently. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly same: readonly Path[];
}

/**
 * Compares what stands at a place. Items of lists are at their place in the new list, those that go away at their place
 * in the old one.
 */
export function compare(
  forms: Forms,
  before: EvaluatedNode | undefined,
  after: EvaluatedNode | undefined,
  at: { readonly path: Path; readonly place: ValuePlace },
): Comparison {
  const comparing = new Comparing(forms);
  comparing.both(before, after, at.path, at.place, undefined);
  return comparing;
}

class Comparing implements Comparison {
  readonly differences: Difference[] = [];
  readonly same: Path[] = [];

  constructor(private readonly forms: Forms) {}

  both(
    before: EvaluatedNode | undefined,
    after: EvaluatedNode | undefined,
    path: Path,
    place: ValuePlace,
    set: string | undefined,
  ): void {
    if (before === undefined && after === undefined) return;
    if (before === undefined || after === undefined) {
      this.differences.push({ path, before, after, action: before === undefined ? 'add' : 'remove' });
    } else if (this.equal(before, after, place, set)) {
      this.alike(before, after, path);
    } else if (before.entries !== undefined && after.entries !== undefined) {
      this.maps(before, after, path, place);
    } else if (before.items !== undefined && after.items !== undefined) {
      this.lists(before, after, path, place, set);
    } else this.differences.push({ path, before, after, action: 'modify' });
  }

  /** Finds where it is that two values of the same meaning are written differently. */
  private alike(before: EvaluatedNode, after: EvaluatedNode, path: Path): void {
    if (before.raw === after.raw || sameJson(before.raw, after.raw)) return;
    const found = this.same.length;
    for (const [key, inner] of before.entries ?? []) {
      const other = after.entries?.get(key);
      if (other !== undefined) this.alike(inner, other, [...path, key]);
    }
    if (this.same.length === found) this.same.push(path);
  }

  private equal(before: EvaluatedNode, after: EvaluatedNode, place: ValuePlace, set: string | undefined): boolean {
    if (before.form === after.form) return true;
    if (set === undefined) return this.normal(before, place) === this.normal(after, place);
    const matches = matchItems(items(before), items(after), (node) => this.normal(node, place), set);
    return matches.every(({ equal }) => equal);
  }

  private normal(node: EvaluatedNode, place: ValuePlace) {
    return normalise(this.forms, node.form, place);
  }

  private maps(before: EvaluatedNode, after: EvaluatedNode, path: Path, place: ValuePlace): void {
    const keys = new Set([...(before.entries?.keys() ?? []), ...(after.entries?.keys() ?? [])]);
    const statement = isStatement(before.form) && isStatement(after.form);
    const policy = [before.form, after.form].every((form) => form.kind === 'map' && isPolicy(form));
    for (const key of [...keys].sort()) {
      const set =
        statement && statementSets.has(key) ? '' : policy && key === statements.key ? statements.name : undefined;
      this.both(before.entries?.get(key), after.entries?.get(key), [...path, key], place.key(key), set);
    }
  }

  private lists(
    before: EvaluatedNode,
    after: EvaluatedNode,
    path: Path,
    place: ValuePlace,
    set: string | undefined,
  ): void {
    const at = place.item();
    const normal = (node: EvaluatedNode) => this.normal(node, at);
    const matches = matchItems(items(before), items(after), normal, set ?? place.setKey);
    for (const match of matches) this.match(before, after, match, path, at);
  }

  private match(before: EvaluatedNode, after: EvaluatedNode, match: Match, path: Path, place: ValuePlace): void {
    const [from, to] = [match.before, match.after];
    const position = to === undefined ? before.positions?.[from ?? 0] : after.positions?.[to];
    const one = from === undefined ? undefined : before.items?.[from];
    const other = to === undefined ? undefined : after.items?.[to];
    this.both(one, other, [...path, position ?? 0], place, undefined);
  }
}

function items(node: EvaluatedNode): readonly EvaluatedNode[] {
  return node.items ?? [node];
}
