import { blueprintKey, isLogicalId, outputAttributes, parameterAttributes } from '../template/cloudformation.js';
import { express, isCall, type Way } from './express.js';
import { at, branch, type Tree, type Twig, textOf, together, twig } from './tree.js';

/** What becomes of an entry of a section; undefined where the language has no word for some of it. */
export type Adopt = (entry: Twig, way: Way) => Twig | undefined;

/** The sections that hold content by name, by CloudFormation's name. */
export const named: ReadonlyMap<string, Adopt> = new Map<string, Adopt>([
  ['Parameters', adoptParameter],
  ['Mappings', adoptMapping],
  ['Conditions', adoptLogic],
  ['Rules', adoptLogic],
  ['Outputs', adoptOutput],
]);

function adoptParameter({ key, value, remarks }: Twig, way: Way): Twig | undefined {
  if (!isLogicalId(key) || value.kind !== 'branch' || at(value, 'Type') === undefined) return undefined;
  if (!value.entries.every(isParameterAttribute)) return undefined;
  const entries = value.entries.map((entry) => twig(blueprintKey(entry.key), express(entry.value, way), entry.remarks));
  return twig(key, { ...value, entries }, remarks);
}

function isParameterAttribute({ key, value }: Twig): boolean {
  const takes = parameterAttributes.get(key)?.takes;
  if (takes === 'list') return value.kind === 'list' && value.items.length > 0 && value.items.every(isScalar);
  if (value.kind !== 'leaf') return false;
  const text = value.value;
  if (takes === 'text') return typeof text === 'string';
  if (takes === 'boolean') return typeof text === 'boolean' || text === 'true' || text === 'false';
  if (takes === 'count')
    return (Number.isInteger(text) && Number(text) >= 0) || (typeof text === 'string' && /^\d+$/.test(text));
  if (takes === 'number') return typeof text === 'number' || (typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text));
  return takes === 'scalar' && isScalar(value);
}

function isScalar(tree: Tree): boolean {
  return tree.kind === 'leaf' && tree.value !== null;
}

function adoptMapping({ key, value, remarks }: Twig, way: Way): Twig | undefined {
  if (!isLogicalId(key) || value.kind !== 'branch' || isCall(value)) return undefined;
  const fits = value.entries.every(
    (row) => row.value.kind === 'branch' && !isCall(row.value) && row.value.entries.every((cell) => isCell(cell.value)),
  );
  return fits ? twig(key, express(value, way), remarks) : undefined;
}

function isCell(tree: Tree): boolean {
  return isScalar(tree) || (tree.kind === 'list' && tree.items.every(isScalar));
}

function adoptLogic({ key, value, remarks }: Twig, way: Way): Twig | undefined {
  return isLogicalId(key) ? twig(key, express(value, { ...way, conditions: true }), remarks) : undefined;
}

function adoptOutput({ key, value, remarks }: Twig, way: Way): Twig | undefined {
  if (!isLogicalId(key) || value.kind !== 'branch' || !value.entries.every(isOutputAttribute)) return undefined;
  const only = at(value, 'Value');
  if (only === undefined) return undefined;
  if (value.entries.length === 1) {
    const short = express(only, way);
    const [entry] = value.entries;
    return twig(key, { ...short, remarks: together(value.remarks, entry?.remarks ?? {}, short.remarks) }, remarks);
  }
  const entries = value.entries.map((entry) => {
    const name = at(entry.value, 'Name');
    const exported = entry.key === 'Export' && name !== undefined ? name : entry.value;
    const above = exported === entry.value ? [] : [entry.value.remarks, nameRemarks(entry.value)];
    const expressed = express(exported, way);
    return twig(
      blueprintKey(entry.key),
      { ...expressed, remarks: together(...above, expressed.remarks) },
      entry.remarks,
    );
  });
  return twig(key, branch(entries, value.remarks), remarks);
}

function nameRemarks(tree: Tree) {
  return tree.kind === 'branch' ? (tree.entries[0]?.remarks ?? {}) : {};
}

function isOutputAttribute({ key, value }: Twig): boolean {
  if (!outputAttributes.includes(key)) return false;
  if (key === 'Value') return isScalar(value) || isCall(value);
  if (key !== 'Export') return textOf(value) !== undefined;
  const name = at(value, 'Name');
  return (
    value.kind === 'branch' &&
    value.entries.length === 1 &&
    name !== undefined &&
    (textOf(name) !== undefined || isCall(name))
  );
}

/** The sections that hold one value. */
export const single: ReadonlyMap<string, (value: Tree) => boolean> = new Map([
  ['Description', (value) => textOf(value) !== undefined],
  ['Transform', isTransform],
  ['Metadata', (value) => value.kind === 'branch'],
]);

function isTransform(tree: Tree): boolean {
  const isMacro = (item: Tree) => textOf(item) !== undefined || item.kind === 'branch';
  return tree.kind === 'list' ? tree.items.every(isMacro) : isMacro(tree);
}
