import { intrinsics, intrinsicTags } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import { branch, leaf, list, type Tree, type Twig, twig } from '../tree.js';

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value without what stands around it; functions by their long names. */
export function jsonOf(tree: Tree): Json {
  const value = untagged(tree);
  const name = tree.tag === undefined ? undefined : intrinsicTags.get(tree.tag)?.name;
  return name === undefined ? value : { [name]: value };
}

function untagged(tree: Tree): Json {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(jsonOf);
  return Object.assign(
    Object.create(null),
    Object.fromEntries(tree.entries.map(({ key, value }) => [key, jsonOf(value)])),
  );
}

export function treeOf(value: Json): Tree {
  if (isList(value)) return list(value.map(treeOf));
  if (!isMap(value)) return leaf(value);
  return branch(Object.entries(value).map(([key, item]) => twig(key, treeOf(item))));
}

/** With functions in their short form, where that can be written. */
export function shortened(value: Json): Tree {
  if (isList(value)) return list(value.map(shortened));
  if (!isMap(value)) return leaf(value);
  const entries = Object.entries(value).map(([key, item]): Twig => twig(key, shortened(item)));
  const [only, second] = entries;
  const tag = only === undefined || second !== undefined ? undefined : intrinsics.get(only.key)?.tag;
  return tag === undefined || only?.value.tag !== undefined || only === undefined
    ? branch(entries)
    : { ...only.value, tag };
}

/** How many scalars, empty lists and empty maps a value consists of. */
export function sizeOf(value: Json | undefined): number {
  if (value === undefined) return 0;
  const inner = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return inner.reduce((sum: number, item) => sum + sizeOf(item), 0) || 1;
}

/** How many scalars two values differ by; 0 where they are equal. */
export function distance(one: Json | undefined, other: Json | undefined): number {
  if (one === undefined || other === undefined) return sizeOf(one) + sizeOf(other);
  if (isList(one) && isList(other)) {
    return listDistance(one, other);
  }
  if (!isMap(one) || !isMap(other)) return one === other ? 0 : Math.max(sizeOf(one), sizeOf(other));
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  // Functions that have nothing in common are no further from each other than one is from nothing.
  const apart = keys.size === Object.keys(one).length + Object.keys(other).length;
  if (apart) return keys.size === 0 ? 0 : Math.max(sizeOf(one), sizeOf(other));
  return [...keys].reduce((sum, key) => sum + distance(own(one, key), own(other, key)), 0);
}

/** Items that both have count for nothing, so that one more among them is no more than that; but their order counts. */
function listDistance(one: readonly Json[], other: readonly Json[]): number {
  const [mine, theirs] = [one.map(canonical), other.map(canonical)];
  if (mine.join() === theirs.join()) return 0;
  const [left, right] = [without(one, mine, theirs), without(other, theirs, mine)];
  const length = Math.max(left.length, right.length);
  const apart = Array.from({ length }, (_, index) => distance(left[index], right[index]));
  return apart.reduce((a, b) => a + b, 0) || 1;
}

/** A text that is the same for equal values. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function without(items: readonly Json[], texts: readonly string[], others: readonly string[]): readonly Json[] {
  const left = [...others];
  return items.filter((_, at) => {
    const found = left.indexOf(texts[at] ?? '');
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** The value of a key that may be called like something of JavaScript's own. */
export function own(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The logical ids that a value refers to, in order. */
export function namesIn(value: Json | undefined, found = new Set<string>()): ReadonlySet<string> {
  if (isList(value)) for (const item of value) namesIn(item, found);
  if (!isMap(value)) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Ref' && typeof item === 'string') found.add(item);
    else if (key === 'Fn::GetAtt' && isList(item) && typeof item[0] === 'string') found.add(item[0]);
    else if (key === 'Fn::GetAtt' && typeof item === 'string') found.add(item.split('.')[0] ?? '');
    else if (key === 'DependsOn') for (const id of isList(item) ? item : [item]) found.add(String(id));
    if (key === 'Fn::Sub') for (const [, name = ''] of textOf(item).matchAll(/\$\{([^!.}][^.}]*)/g)) found.add(name);
    namesIn(item, found);
  }
  return found;
}

function textOf(value: Json): string {
  const text = isList(value) ? value[0] : value;
  return typeof text === 'string' ? text : '';
}
