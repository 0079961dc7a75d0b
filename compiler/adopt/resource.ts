import { blueprintKey, isLogicalId, pseudoParameters, resourceAttributes } from '../template/cloudformation.js';
import { express, isCall, type Way } from './express.js';
import type { Offers } from './offers.js';
import { above, at, type Branch, branch, leaf, type Tree, type Twig, textOf, together, twig } from './tree.js';

/** Names that mean something else in a blueprint. */
const RESERVED = new Set(['each', 'self', 'this', 'none']);

/** An entry of `Resources` as an entry of `resources`; undefined where the language has no word for some of it. */
export function adoptResource({ key: id, value, remarks }: Twig, way: Way, offers: Offers): Branch | undefined {
  if (!isLogicalId(id) || RESERVED.has(id) || pseudoParameters.has(id) || value.kind !== 'branch') return undefined;
  if (textOf(at(value, 'Type'))?.includes('::') !== true || !value.entries.every(isKnown)) return undefined;
  const entries = value.entries.map((entry) =>
    attribute(entry.key === 'Properties' ? { ...entry, value: offers.within(entry.value, id) } : entry, way),
  );
  const [type, rest] = split(entries, 'type');
  return branch([...type, twig('id', leaf(id)), ...rest], together(above(remarks), value.remarks));
}

function split(entries: readonly Twig[], key: string): readonly [readonly Twig[], readonly Twig[]] {
  return [entries.filter((entry) => entry.key === key), entries.filter((entry) => entry.key !== key)];
}

function attribute({ key, value, remarks }: Twig, way: Way): Twig {
  const name = key === 'Properties' ? 'config' : blueprintKey(key);
  const plain = resourceAttributes.get(key)?.takes === 'names' || key === 'Type' || key === 'Condition';
  return twig(name, plain ? value : express(value, way), remarks);
}

/** Whether the language takes the attribute in the form that it has. */
function isKnown({ key, value }: Twig): boolean {
  const takes = resourceAttributes.get(key)?.takes;
  if (takes === 'names') return isName(value) || (value.kind === 'list' && value.items.every(isName));
  if (takes === 'text') return isName(value) || (key !== 'Condition' && isCall(value));
  return takes === 'map' && value.kind === 'branch' && (key !== 'Properties' || !isCall(value));
}

function isName(tree: Tree): boolean {
  return textOf(tree) !== undefined;
}
