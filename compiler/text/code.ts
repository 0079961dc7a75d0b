import type { Asset, Source } from '../source/assets.js';
import { type MapNode, member, type Node, type ScalarNode } from '../source/node.js';
import type { Place } from '../source/place.js';
import { readReference } from './chain.js';
import type { Expression, MapExpression } from './expression.js';
import { type Reading, readJoined } from './reading.js';

/** A file of code that is not larger stands in the template; what is, is packed. */
const INLINE_BYTES = 4096;

/** Only such files mean the same alone in a template as they do in an archive. */
const INLINE = /\.(?:js|py)$/;

/** The name of the parameter that says in which bucket packed files are. Only deploying knows. */
export const ASSETS_BUCKET = 'AssetsBucket';

/** By which a name means it, in whatever scope it stands. */
export const ASSETS_BUCKET_NAME = 'JIML::AssetsBucket';

const KEYS = ['file', 'folder', 'without'];

type Format = 'code' | 'asset';

/** What is somewhere already. */
const STORED = /^(?:bucket|key|version)$/;

/**
 * What runs somewhere: `{ file }` or `{ folder }` of the project, or `{ bucket, key, version }` of what is there already.
 * It becomes a map with `bucket` and `key`. Where it is `code`, a text is the code itself, and so is a small file: a map
 * with `text`.
 */
export function readCode(node: Node, place: Place, format: Format, reading: Reading): Expression | undefined {
  if (node.kind === 'scalar') return format === 'code' ? readText(node, place, reading) : undefined;
  if (node.kind !== 'map') return undefined;
  if (node.entries.some(({ key }) => STORED.test(key))) return undefined;
  checkKeys(node, place, reading);
  const source = sourceOf(node, place, format, reading);
  if (source === undefined) return nothing(place);
  const at = place.at(source.kind);
  if (format === 'code' && source.kind === 'file' && INLINE.test(source.path)) return readFile(source, at, reading);
  return located(reading.include.pack?.(source, at), at);
}

/** A reference alone may lead to anything that is code. */
function readText(node: ScalarNode, place: Place, reading: Reading): Expression {
  const { text } = node;
  const escaped = text.startsWith('$$') && text[2] !== '{';
  const chain = escaped ? undefined : readReference(text);
  if (chain !== undefined) return { kind: 'name', chain, form: 'name', place };
  return mapOf({ text: readJoined(text, place, reading, escaped ? 1 : 0) }, place);
}

/** What is in a file is nothing but code, so that it means the same when it grows. */
function readFile(source: Source, place: Place, reading: Reading): Expression {
  const file = reading.include(source.path, place);
  if (file?.root?.kind !== 'scalar') return nothing(place);
  const { text } = file.root;
  if (Buffer.byteLength(text) > INLINE_BYTES) return located(reading.include.pack?.(source, place), place);
  return mapOf({ text: { kind: 'literal', value: text, place } }, place);
}

function checkKeys(node: MapNode, place: Place, { report }: Reading): void {
  for (const { key } of node.entries) {
    if (!KEYS.includes(key)) report('unknown-key', place.at(key), { key, owner: 'code' }, { part: 'key' });
  }
}

function sourceOf(node: MapNode, place: Place, format: Format, { report }: Reading): Source | undefined {
  const [file, folder] = [member(node, 'file'), member(node, 'folder')];
  const found = file ?? folder;
  if (found?.kind !== 'scalar' || (file !== undefined && folder !== undefined)) {
    report('missing-property', place, { name: 'file" or a "folder', owner: 'Code' });
    return undefined;
  }
  const without = member(node, 'without');
  const patterns = without?.kind === 'list' ? without.items : [];
  return {
    path: found.text,
    kind: file === undefined ? 'folder' : 'file',
    without: patterns.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])),
    ...(file !== undefined && format === 'code' && { rename: `index${/\.[A-Za-z0-9]+$/.exec(found.text)?.[0] ?? ''}` }),
  };
}

/** Where it will be. */
function located(asset: Asset | undefined, place: Place): Expression {
  if (asset === undefined) return nothing(place);
  const chain = { name: ASSETS_BUCKET_NAME, steps: [], from: 0, to: ASSETS_BUCKET_NAME.length };
  const key: Expression = { kind: 'literal', value: asset.key, place };
  return mapOf({ bucket: { kind: 'name', chain, form: 'name', place }, key }, place);
}

function mapOf(entries: Readonly<Record<string, Expression>>, place: Place): MapExpression {
  return { kind: 'map', entries: Object.entries(entries).map(([key, value]) => ({ key, value })), place };
}

/** Stands for what could not be read, which was said. */
function nothing(place: Place): Expression {
  const unread: Expression = { kind: 'literal', value: 'unread', place };
  return mapOf({ bucket: unread, key: unread }, place);
}
