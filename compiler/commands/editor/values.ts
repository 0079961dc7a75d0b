import type { Schema } from '../../types/schema.js';
import { isSchema } from '../../types/schema-shape.js';
import { typeList } from './scalars.js';

/** What may stand where a value goes, whatever the value. */
export const valueForms = {
  reference: {
    description: 'A reference: $Name, $Name.attribute, or a text with ${{ Name }}.',
    type: 'string',
    pattern: '^\\$[A-Za-z]|\\$\\{\\{',
  },
  function: {
    description: 'A function of CloudFormation.',
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    patternProperties: { '^(Ref|Condition|Fn::[A-Za-z]+(::[A-Za-z]+)?)$': {} },
    additionalProperties: false,
  },
  arguments: { description: 'What stands behind a tag such as !Join, which an editor leaves out.', type: 'array' },
  number: { type: 'string', pattern: '^-?[0-9]+([.][0-9]+)?$' },
  boolean: { type: 'string', enum: ['true', 'false'] },
} as const;

/** What is said about a value rather than demanded of it. */
const said = ['title', 'description', 'default', 'examples'];

/** The schema of a place that takes what `schema` says, a reference, or a function; `written` is what it was made of. */
export function value(schema: Schema, written: Schema): Schema {
  const demanded = Object.entries(schema).filter(([keyword]) => !said.includes(keyword));
  if (demanded.length === 0) return schema;
  const types = typesOf(written);
  const text = types.has('string');
  const forms = [
    'reference',
    'function',
    ...(!text && (types.has('number') || types.has('integer')) ? ['number'] : []),
    ...(!text && types.has('boolean') ? ['boolean'] : []),
    ...((types.size > 0 || written.enum !== undefined) && !types.has('array') ? ['arguments'] : []),
  ];
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([keyword]) => said.includes(keyword))),
    anyOf: [Object.fromEntries(demanded), ...forms.map((form) => ({ $ref: `#/definitions/${form}` }))],
  };
}

/** The types that a schema names, in any of its alternatives. */
function typesOf(schema: Schema): ReadonlySet<unknown> {
  const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) ? list.filter(isSchema) : [];
  });
  return new Set([...typeList(schema.type), ...inner.flatMap((one) => [...typesOf(one)])]);
}
