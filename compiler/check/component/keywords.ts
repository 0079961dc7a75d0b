import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../source/place.js';
import { didYouMean } from '../../text/suggest.js';
import { formats } from '../../types/formats.js';
import type { Types } from '../../types/load.js';
import type { Schema } from '../../types/schema.js';
import { isSchema, refer } from '../../types/schema-shape.js';
import { type Subschema, subschemas } from './subschemas.js';

/** Texts that JSON Schema has a name for (draft-07, "Defined Formats"), and those that the language reads itself. */
const OTHER_FORMATS = [
  'script',
  'code',
  'asset',
  'date-time',
  'date',
  'time',
  'email',
  'idn-email',
  'hostname',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'iri',
  'iri-reference',
  'uri-template',
  'json-pointer',
  'relative-json-pointer',
  'regex',
];

interface Asked extends Subschema {
  readonly root: Schema;
  readonly types: Types;
  readonly report: Report;
}

/** Reports what is wrong with the keywords that a schema.json has beyond JSON Schema (docs/components.md). */
export function checkKeywords(root: Schema, place: Place, types: Types, report: Report): void {
  for (const { schema, place: at } of subschemas(root, place)) {
    for (const [keyword, check] of checks) {
      if (schema[keyword] !== undefined) check(schema[keyword], { schema, place: at.at(keyword), root, types, report });
    }
    checkAliases(schema, at, report);
  }
  checkRoot(root, place, types, report);
}

const checks: ReadonlyMap<string, (value: unknown, asked: Asked) => void> = new Map<
  string,
  (value: unknown, asked: Asked) => void
>([
  ['offers', text('the name of an attribute')],
  [
    'collected',
    (value, { schema, place, root, report }) => {
      const list = [schema.type, refer(schema.$ref, root)?.type].flat().includes('array');
      if (value !== true) report('bad-schema', place, { problem: '"collected" must be true' });
      else if (!list)
        report('bad-schema', place, { problem: 'only a list is collected' }, { hint: 'Add "type": "array".' });
    },
  ],
  [
    'resource',
    (value, asked) => {
      text('the name of a type')(value, asked);
      if (typeof value === 'string') checkType(value, asked);
    },
  ],
  [
    'format',
    (value, { place, report }) => {
      const known = [...formats.keys(), ...OTHER_FORMATS];
      if (typeof value !== 'string' || known.includes(value)) return;
      const hint = didYouMean(value, known) ?? `There are ${[...formats.keys()].join(', ')}.`;
      report('bad-schema', place, { problem: `there is no format "${value}"` }, { hint });
    },
  ],
  ['pattern', (value, { place, report }) => checkPattern(value, place, 'value', report)],
  [
    'patternProperties',
    (value, { place, report }) => {
      for (const pattern of Object.keys(isSchema(value) ? value : {})) {
        checkPattern(pattern, place.at(pattern), 'key', report);
      }
    },
  ],
  [
    '$ref',
    (value, { place, root, report }) => {
      const local = typeof value === 'string' && /^#(\/|$)/.test(value);
      if (local && refer(value, root) !== undefined) return;
      const hint = local ? undefined : 'Only the schema itself can be referred to: #/definitions/NAME.';
      report('bad-schema', place, { problem: `"${value}" leads nowhere` }, { hint });
    },
  ],
]);

function text(what: string): (value: unknown, asked: Asked) => void {
  return (value, { place, report }) => {
    if (typeof value !== 'string' || value === '') report('bad-schema', place, { problem: `this must be ${what}` });
  };
}

/** As the validator reads patterns. */
function checkPattern(pattern: unknown, place: Place, part: 'key' | 'value', report: Report): void {
  try {
    new RegExp(String(pattern), 'u');
  } catch {
    const hint = 'Patterns are those of JavaScript, with the flag u.';
    report('bad-schema', place, { problem: `"${pattern}" is not a regular expression` }, { part, hint });
  }
}

function checkType(type: string, { place, types, report }: Pick<Asked, 'place' | 'types' | 'report'>): void {
  if (!types.has(type)) report('unknown-type', place, { type }, { hint: didYouMean(type, types.names()) });
}

/** Another name stands beside the one that it stands for. */
function checkAliases({ properties }: Schema, place: Place, report: Report): void {
  if (!isSchema(properties)) return;
  const names = new Set(Object.keys(properties).filter((name) => !isAlias(properties[name])));
  for (const [name, property] of Object.entries(properties)) {
    if (!isSchema(property) || !isAlias(property)) continue;
    const { aliasOf } = property;
    if (typeof aliasOf === 'string' && names.has(aliasOf)) continue;
    const problem = `"${String(aliasOf)}" is no other key beside "${name}"`;
    const at = place.at('properties').at(name).at('aliasOf');
    report('bad-schema', at, { problem }, { hint: didYouMean(String(aliasOf), names) });
  }
}

function isAlias(property: unknown): boolean {
  return isSchema(property) && property.aliasOf !== undefined;
}

/** What only the whole schema says. */
function checkRoot(root: Schema, place: Place, types: Types, report: Report): void {
  const { aliasOf, identifiedBy, properties, required, additionalProperties, resource } = root;
  if (resource !== undefined)
    report('bad-schema', place.at('resource'), { problem: '"resource" is said of a key' }, { part: 'key' });
  if (aliasOf !== undefined) {
    if (typeof aliasOf === 'string') checkType(aliasOf, { place: place.at('aliasOf'), types, report });
    else report('bad-schema', place.at('aliasOf'), { problem: 'this must be the name of a type' });
  }
  const keys = new Set(Object.keys(isSchema(properties) ? properties : {}));
  const expectKey = (name: unknown, at: Place) => {
    if (typeof name === 'string' && keys.has(name)) return;
    report(
      'bad-schema',
      at,
      { problem: `"${String(name)}" is not a key of the config` },
      { hint: didYouMean(String(name), keys) },
    );
  };
  if (identifiedBy !== undefined) expectKey(identifiedBy, place.at('identifiedBy'));
  if (additionalProperties !== false || !Array.isArray(required)) return;
  for (const [index, name] of required.entries()) expectKey(name, place.at('required').at(index));
}
