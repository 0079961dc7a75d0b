import { intrinsics } from '../template/cloudformation.js';
import { adoptJoin } from './join.js';
import { isReference, literal } from './literal.js';
import type { Names } from './names.js';
import {
  above,
  at,
  type Branch,
  branch,
  hasRemarks,
  type Leaf,
  leaf,
  list,
  type Tree,
  type Twig,
  textOf,
  together,
  twig,
} from './tree.js';

/** How values of a template become those of a blueprint. */
export interface Way {
  readonly names: Names;
  /** Whether functions stay what they are. */
  readonly exact: boolean;
  /** Whether `Condition: Name` is a function where the value stands. */
  readonly conditions: boolean;
}

/** A value of a template as a blueprint writes it. */
export function express(tree: Tree, way: Way): Tree {
  if (tree.kind === 'leaf') return expressLeaf(tree);
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => express(item, way)) };
  const call = callOf(tree, way);
  if (call !== undefined) return expressCall(tree, call, way);
  return { ...tree, entries: tree.entries.map((entry) => ({ ...entry, value: express(entry.value, way) })) };
}

function expressLeaf(tree: Leaf): Leaf {
  return typeof tree.value === 'string' ? { ...tree, value: literal(tree.value) ?? tree.value } : tree;
}

/** Whether it is one of CloudFormation's functions. */
export function isCall(tree: Tree): boolean {
  return tree.kind === 'branch' && callOf(tree, { conditions: false }) !== undefined;
}

/** The function that a map is. */
function callOf({ entries }: Branch, { conditions }: Pick<Way, 'conditions'>): Twig | undefined {
  const [entry, second] = entries;
  if (entry === undefined || second !== undefined) return undefined;
  const { key, value } = entry;
  if (key === 'Condition') return conditions && textOf(value) !== undefined ? entry : undefined;
  return key === 'Ref' || (key.startsWith('Fn::') && !key.includes('::', 4)) ? entry : undefined;
}

function expressCall(tree: Branch, call: Twig, way: Way): Tree {
  const { key, value } = call;
  const remarks = together(tree.remarks, call.remarks);
  const name = nameOf(tree, way);
  if (name !== undefined) return leaf(`$${name}`, together(remarks, value.remarks));
  const join = way.exact ? undefined : adoptJoin(tree, (item) => nameOf(item, way));
  if (join?.kind === 'leaf') return { ...join, remarks };
  const args = join === undefined ? argumentsOf(key, value, way) : (at(join, key) ?? value);
  const tag = intrinsics.get(key)?.tag;
  if (tag === undefined || args.tag !== undefined) return branch([twig(key, args, call.remarks)], tree.remarks);
  const outer = args.kind === 'leaf' ? remarks : together(tree.remarks, above(call.remarks));
  return { ...args, tag, remarks: together(outer, args.remarks) };
}

/** `X` or `X.Y` for a `Ref` or `Fn::GetAtt` that a reference says as well. */
function nameOf(tree: Tree, { names, exact }: Way): string | undefined {
  const [call, second] = tree.kind === 'branch' ? tree.entries : [];
  if (exact || call === undefined || second !== undefined) return undefined;
  const { key, value } = call;
  if (key === 'Ref') {
    const target = textOf(value);
    const own = names.called?.(JSON.stringify({ Ref: target }));
    if (own !== undefined) return own;
    return target !== undefined && names.referable(target) && isReference(target) ? target : undefined;
  }
  if (key !== 'Fn::GetAtt' || hasRemarks(value)) return undefined;
  const [target, attribute, more] = value.kind === 'list' ? value.items.map(textOf) : [];
  if (target === undefined || attribute === undefined || more !== undefined || !names.resource(target))
    return undefined;
  const own = names.called?.(JSON.stringify({ [key]: [target, attribute] }));
  if (own !== undefined) return own;
  const name = `${target}.${attribute}`;
  return isReference(name) ? name : undefined;
}

function argumentsOf(name: string, value: Tree, way: Way): Tree {
  if (name === 'Fn::Sub') return substitution(value, way);
  if (name === 'Ref' || name === 'Condition') return value;
  if (name === 'Fn::GetAtt') return value.kind === 'list' ? attribute(value.items, value, way) : value;
  return express(value, way);
}

/** The text of a `Fn::Sub` means the same in both languages. */
function substitution(value: Tree, way: Way): Tree {
  if (value.kind !== 'list') return value.kind === 'leaf' ? value : express(value, way);
  const [text, ...variables] = value.items;
  if (text === undefined) return value;
  return {
    ...value,
    items: [text.kind === 'leaf' ? text : express(text, way), ...variables.map((item) => express(item, way))],
  };
}

/** `X.Y`; where a part is computed, as it is, because names are not read there. */
function attribute(items: readonly Tree[], value: Tree, way: Way): Tree {
  const [target, name] = items.map(textOf);
  if (items.length === 2 && target !== undefined && name !== undefined && !target.includes('.') && !hasRemarks(value)) {
    return leaf(`${target}.${name}`, value.remarks);
  }
  return list(
    items.map((item) => express(item, { ...way, exact: true })),
    value.remarks,
  );
}
