import { readTemplate as readTree } from '../../../compiler/adopt/readTemplate.js';
import { jsonOf } from '../../../compiler/commands/sides/template.js';
import { type Diagnostic, Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import { DEPTH_LIMIT } from '../../../compiler/source/compose.js';
import { limits } from '../../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { refusal } from './refuse.js';

/** How the text is called where a diagnostic wants a name. */
const NAME = 'TemplateBody';

/** The map that a text in JSON or YAML holds. @throws Fault for a text that is none, or too long. */
export function parseTemplate(body: string): JsonMap {
  if (Buffer.byteLength(body) > limits.bodyBytes) {
    throw refusal(`Template may not exceed ${limits.bodyBytes} bytes in size.`);
  }
  if (body.trim() === '') throw refusal('Template format error: unsupported structure.');
  const json = ownJson(body) ?? ownYaml(body);
  if (!isJsonMap(json)) throw refusal('Template format error: unsupported structure.');
  return json;
}

/** JSON by its own rules, which is what machines write; undefined where it is none. */
function ownJson(body: string): Json | undefined {
  if (!/^\ufeff?\s*\{/.test(body)) return undefined;
  let parsed: Json;
  try {
    parsed = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  return bare(parsed, 0);
}

/** Maps have no prototype, so that no key is special. */
function bare(json: Json, depth: number): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (depth >= DEPTH_LIMIT) throw notWellFormed('JSON', undefined);
  if (isJsonList(json)) return json.map((item) => bare(item, depth + 1));
  const map: Record<string, Json> = Object.create(null);
  for (const [key, item] of Object.entries(json)) map[key] = bare(item, depth + 1);
  return map;
}

function ownYaml(body: string): Json {
  const diagnostics = new Diagnostics();
  const tree = readTree(NAME, body, diagnostics.report);
  if (tree === undefined) throw malformed(body, diagnostics.all);
  return jsonOf(tree);
}

function malformed(body: string, diagnostics: readonly Diagnostic[]) {
  if (/^\ufeff?\s*\{/.test(body)) return notWellFormed('JSON', jsonPosition(body));
  return notWellFormed('YAML', diagnostics.find(({ severity }) => severity === 'error')?.span.start);
}

interface At {
  readonly line: number;
  readonly column: number;
}

function notWellFormed(format: string, at: At | undefined) {
  const where = at === undefined ? '' : ` (line ${at.line}, column ${at.column})`;
  return refusal(`Template format error: ${format} not well-formed.${where}`);
}

/** Where the engine stops reading: as it says, or at the end. */
function jsonPosition(body: string): At | undefined {
  try {
    JSON.parse(body.replace(/^\ufeff/, ''));
    return undefined;
  } catch (error) {
    const [, offset = body.length] = /at position (\d+)/.exec(String(error)) ?? [];
    const before = body.slice(0, Number(offset)).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}
