import type { Path } from '../source/place.js';
import { ATTRIBUTE, type Form, RESOURCE, textOf } from './form.js';
import type { EvaluatedNode } from './node.js';

/** A use of a resource in another one. */
export interface Use {
  readonly path: Path;
  readonly target: string;
  /** What is asked of it; undefined for what `Ref` gives. */
  readonly attribute: string | undefined;
}

type Target = Omit<Use, 'path'>;

/** Finds what values refer to. Remembers what it has seen, so that what is used often is looked at once. */
export class References {
  private readonly known = new Map<Form, readonly Target[]>();

  /** All uses in a value, each with the place of the text or function that has it. */
  usesIn(node: EvaluatedNode | undefined, path: Path): readonly Use[] {
    if (node === undefined) return [];
    if (node.entries !== undefined) {
      return [...node.entries].flatMap(([key, inner]) => this.usesIn(inner, [...path, key]));
    }
    if (node.items !== undefined) {
      return node.items.flatMap((inner, at) => this.usesIn(inner, [...path, node.positions?.[at] ?? at]));
    }
    return this.targetsOf(node.form).map((target) => ({ ...target, path }));
  }

  private targetsOf(form: Form): readonly Target[] {
    const known = this.known.get(form);
    if (known !== undefined) return known;
    // What is used twice is one use: functions within functions can double them again and again.
    const found = new Map(this.find(form).map((one) => [`${one.target} ${one.attribute ?? ''}`, one]));
    const targets = [...found.values()];
    this.known.set(form, targets);
    return targets;
  }

  private find(form: Form): readonly Target[] {
    if (form.kind === 'text')
      return form.parts.flatMap((part) => (typeof part === 'string' ? [] : this.targetsOf(part)));
    if (form.kind === 'list') return form.items.flatMap((item) => this.targetsOf(item));
    if (form.kind === 'map') return [...form.entries.values()].flatMap((inner) => this.targetsOf(inner));
    const [id, attribute] = form.args;
    if (form.name === RESOURCE) return [{ target: textOf(id) ?? '', attribute: undefined }];
    if (form.name !== ATTRIBUTE) return form.args.flatMap((arg) => this.targetsOf(arg));
    return [{ target: textOf(id) ?? '', attribute: textOf(attribute) ?? '' }];
  }
}
