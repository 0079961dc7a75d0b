/**
 * What a template says, and what a blueprint is to say: values with the comments that stand at them. Trees are made
 * anew at each step, so that a comment goes wherever its value goes.
 */
export type Tree = Leaf | Branch | List;

/** What stands around a value or a key that is not data. Texts of comments have no `#` and may have several lines. */
export interface Remarks {
  /** A comment on the lines above. */
  readonly before?: string;
  /** A comment on the same line; for a list or map that needs brackets. */
  readonly beside?: string;
  /** A comment under the last item of a list or map. */
  readonly under?: string;
  /** Whether an empty line stands above. */
  readonly space?: boolean;
}

interface Base {
  readonly remarks: Remarks;
  /** A short form of CloudFormation's (`!Sub`), in blueprints only. */
  readonly tag?: string;
}

export interface Leaf extends Base {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
}

export interface List extends Base {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface Branch extends Base {
  readonly kind: 'branch';
  readonly entries: readonly Twig[];
}

/** A key of a map and its value. */
export interface Twig {
  readonly key: string;
  readonly remarks: Remarks;
  readonly value: Tree;
}

const NONE: Remarks = {};

export function leaf(value: Leaf['value'], remarks: Remarks = NONE): Leaf {
  return { kind: 'leaf', value, remarks };
}

export function list(items: readonly Tree[], remarks: Remarks = NONE): List {
  return { kind: 'list', items, remarks };
}

export function branch(entries: readonly Twig[], remarks: Remarks = NONE): Branch {
  return { kind: 'branch', entries, remarks };
}

export function twig(key: string, value: Tree, remarks: Remarks = NONE): Twig {
  return { key, value, remarks };
}

/** The value of a key, or undefined where there is none. */
export function at(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'branch' ? tree.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** A text, or undefined for anything else. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'leaf' && typeof tree.value === 'string' ? tree.value : undefined;
}

/** The remarks of several places that have become one, in their order. */
export function together(...all: readonly Remarks[]): Remarks {
  const remarks: { -readonly [K in keyof Remarks]: Remarks[K] } = {};
  for (const name of ['before', 'beside', 'under'] as const) {
    const texts = all.flatMap((item) => item[name] ?? []);
    if (texts.length > 0) remarks[name] = texts.join('\n');
  }
  if (all[0]?.space === true) remarks.space = true;
  return remarks;
}

/** The remarks of a key that is gone, for what stands there instead. */
export function above({ before, beside, space }: Remarks): Remarks {
  return together(
    { ...(before !== undefined && { before }), ...(space === true && { space }) },
    beside === undefined ? {} : { before: beside },
  );
}

/** Whether a comment stands at the value or inside it. */
export function hasRemarks(tree: Tree): boolean {
  return isRemark(tree.remarks) || hasRemarksInside(tree);
}

/** Whether a comment stands inside the value. */
export function hasRemarksInside(tree: Tree): boolean {
  if (tree.remarks.under !== undefined) return true;
  if (tree.kind === 'list') return tree.items.some(hasRemarks);
  return tree.kind === 'branch' && tree.entries.some(({ remarks, value }) => isRemark(remarks) || hasRemarks(value));
}

function isRemark({ before, beside, under }: Remarks): boolean {
  return before !== undefined || beside !== undefined || under !== undefined;
}
