import { type MapNode, member, type Node } from '../source/node.js';
import { Place } from '../source/place.js';
import { readReference } from './chain.js';
import type { Expression, TextExpression } from './expression.js';
import { type Reading, readJoined } from './reading.js';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const KEYS = new Set(['file', 'env']);

/** Ends the value of a variable; a line that no value has. */
const END = 'JIML_END_OF_VALUE';

/** `{ file, env }` where a script belongs: the file's text, with the variables exported after its first line. */
export function readScript(node: MapNode, place: Place, reading: Reading): Expression {
  const { report } = reading;
  for (const { key } of node.entries) {
    if (!KEYS.has(key)) report('unknown-key', place.at(key), { key, owner: 'a script' }, { part: 'key' });
  }
  const nothing: Expression = { kind: 'literal', value: '', place };
  const file = member(node, 'file');
  if (file?.kind !== 'scalar') {
    report('missing-property', place, { name: 'file', owner: 'A script' });
    return nothing;
  }
  const document = reading.include(file.text, place.at('file'));
  if (document?.root?.kind !== 'scalar') return nothing;
  const body = readJoined(document.root.text, Place.root(document), reading);
  const env = member(node, 'env');
  if (env === undefined) return body;
  return withVariables(body, readVariables(env, place.at('env'), reading), place);
}

function readVariables(node: Node, place: Place, { report }: Reading): readonly TextExpression[] {
  if (node.kind !== 'map') {
    report('wrong-kind', place, { written: 'A value', expected: 'a map of variables' });
    return [];
  }
  const byName = node.entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return byName.flatMap(({ key, value }) => {
    const at = place.at(key);
    if (!VARIABLE.test(key))
      report('bad-text', at, { written: key, problem: 'is no name of a variable' }, { part: 'key' });
    if (value.kind === 'scalar') return [exported(key, value.text, at, { report })];
    report('wrong-kind', at, { written: 'A list or map', expected: 'the text of a variable' });
    return [];
  });
}

/** Known texts are quoted for the shell; the value of a reference is read from a here-document, whatever is in it. */
function exported(name: string, text: string, place: Place, reading: Pick<Reading, 'report'>): TextExpression {
  const chain = readReference(text);
  const value: Expression =
    chain === undefined ? readJoined(text, place, reading) : { kind: 'name', chain, form: 'name', place };
  if (value.kind === 'literal') {
    const quoted = String(value.value).replaceAll("'", `'\\''`);
    return { kind: 'text', parts: [`export ${name}='${quoted}'\n`], place };
  }
  return { kind: 'text', parts: [`export ${name}="$(cat <<'${END}'\n`, value, `\n${END}\n)"\n`], place };
}

function withVariables(body: Expression, variables: readonly TextExpression[], place: Place): Expression {
  const parts = body.kind === 'text' ? body.parts : [String((body as { value?: unknown }).value ?? '')];
  const [first, ...rest] = parts;
  const line = typeof first === 'string' ? /^#![^\n]*(?:\n|$)/.exec(first)?.[0] : undefined;
  const head = line === undefined || line.endsWith('\n') ? (line ?? '') : `${line}\n`;
  const tail = typeof first === 'string' ? first.slice(line?.length ?? 0) : first;
  const script: Expression = {
    kind: 'text',
    parts: [tail, ...rest].filter((part) => part !== undefined),
    place: body.place,
  };
  return { kind: 'text', parts: [head, ...variables, script], place };
}
