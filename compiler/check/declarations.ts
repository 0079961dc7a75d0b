import { type MapNode, member } from '../source/node.js';
import type { Place } from '../source/place.js';
import { isLogicalId, limits, pseudoParameters } from '../template/cloudformation.js';
import type { Expression, MapEntry } from '../text/expression.js';
import { read } from '../text/read.js';
import type { Reading } from '../text/reading.js';
import type { Shape } from '../text/shape.js';
import { didYouMean } from '../text/suggest.js';
import type { Blueprint, Declaration } from './blueprint.js';
import { checkConfig } from './config.js';
import type { CheckContext } from './context.js';
import { shapeOfType } from './properties/resource.js';

const OWN_KEYS = new Set(['type', 'id', 'config', 'forEach', 'as']);

/** Reads an entry of `resources`; `form` is the entry without what stands in its config. */
export function readDeclaration(
  node: MapNode,
  place: Place,
  shape: Shape | undefined,
  context: CheckContext,
): { readonly declaration: Declaration; readonly form: Expression } {
  const reading: Reading = { ...context, template: false };
  const typeNode = member(node, 'type');
  const typeName = typeNode?.kind === 'scalar' ? typeNode.text : '';
  const raw = isCloudFormation(typeName);
  const type = raw ? undefined : context.types.get(typeName);
  const configShape = raw ? shapeOfType(context.specifications, typeName) : type?.shape;
  const entries = node.entries.map(({ key, value }): MapEntry => {
    const at = place.at(key);
    if (key === 'config') return { key, value: read(value, at, configShape, reading) };
    return { key, value: read(value, at, key === 'metadata' ? undefined : shape?.property(key), reading) };
  });
  const get = (name: string) => entries.find(({ key }) => key === name)?.value;
  const text = (name: string): string | undefined => {
    const value = get(name);
    return value?.kind === 'literal' ? String(value.value) : undefined;
  };
  const declaration: Declaration = {
    id: text('id'),
    typeName,
    type,
    config: get('config'),
    settings: new Map(entries.filter(({ key }) => !OWN_KEYS.has(key)).map(({ key, value }) => [key, value])),
    forEach: get('forEach'),
    as: text('as') ?? 'each',
    place,
  };
  return { declaration, form: { kind: 'map', entries: entries.map(withoutContent), place } };
}

function withoutContent({ key, value }: MapEntry): MapEntry {
  const empty = key === 'config' && value.kind === 'map';
  return { key, value: empty ? { kind: 'map', entries: [], place: value.place } : value };
}

/** `AWS::SQS::Queue`, `Custom::Thing`, a third party's `Some::Other::Type`, a module. */
export function isCloudFormation(type: string): boolean {
  return type.includes('::');
}

/** Checks what the schema of the blueprint cannot say: types, ids, configs. */
export function checkDeclarations({ resources }: Blueprint, context: CheckContext): void {
  const ids = new Map<string, Place>();
  for (const declaration of resources) {
    checkType(declaration, context);
    checkId(declaration, ids, context);
    const { type, config, typeName, id, place } = declaration;
    if (type === undefined) continue;
    const owner = id === undefined ? `this ${typeName}` : `${typeName} "${id}"`;
    checkConfig(config ?? { kind: 'map', entries: [], place }, type, owner, context.types, context.report);
  }
}

function checkType({ typeName, type, place }: Declaration, { types, report }: CheckContext): void {
  if (typeName === '' || isCloudFormation(typeName) || type !== undefined || types.has(typeName)) return;
  const hint =
    didYouMean(typeName, types.names()) ??
    `The types are ${types.names().join(', ')}, and all types of CloudFormation (AWS::…).`;
  report('unknown-type', place.at('type'), { type: typeName }, { hint });
}

function checkId({ id, place }: Declaration, ids: Map<string, Place>, { report }: CheckContext): void {
  if (id === undefined) return;
  const at = place.at('id');
  const before = ids.get(id);
  if (before !== undefined) {
    report('duplicate-id', at, { id }, { related: [{ place: before, message: 'It is given here first.' }] });
  }
  if (before === undefined) ids.set(id, at);
  if (!isLogicalId(id)) {
    const problem = id.length > limits.logicalIdLength ? `it has more than ${limits.logicalIdLength} characters` : FORM;
    const better = id.replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_, next: string) => next.toUpperCase());
    const hint = better === '' || better === id ? undefined : `Write ${better}.`;
    report('bad-id', at, { id, problem }, { hint });
  }
  if (RESERVED.has(id) || pseudoParameters.has(id)) report('reserved-name', at, { name: id });
}

const FORM = 'it has other characters than letters and digits';

/** Names that mean something wherever a name can stand. */
const RESERVED = new Set(['each', 'self', 'this', 'none']);
