import type { Expression } from '../text/expression.js';
import type { Schema } from '../types/schema.js';
import { isSchema } from '../types/schema-shape.js';
import type { Declaration } from './blueprint.js';
import { checkConstants } from './constants.js';
import type { CheckContext } from './context.js';
import { reportViolations } from './findings.js';
import type { Sections } from './sections.js';
import { validate } from './validate.js';

/** Where what CloudFormation calls so belongs in a blueprint. */
const CLOUDFORMATION_KEYS: Readonly<Record<string, string>> = {
  AWSTemplateFormatVersion: 'Leave it out: the template always says it.',
  Properties: 'The properties of a CloudFormation type belong into "config".',
  Export: 'Write export: NAME.',
};

/** What an id may be is said in words, where ids are checked. */
const ID = /^\/resources\/\d+\/id$/;
const ID_KEYWORDS = new Set(['pattern', 'maxLength']);

/** Holds a document against the schema of blueprints. */
export function checkForm({ form, resources }: Sections, { schema, report }: CheckContext): void {
  const violations = validate(schema, form).filter(({ params, pointer, keyword }) => {
    return params.missingProperty !== 'resources' && !(ID.test(pointer) && ID_KEYWORDS.has(keyword));
  });
  const elsewhere = (key: string, steps: readonly string[]) => whereItBelongs(key, steps, resources);
  const own = resourceKeys(schema);
  const perhaps = (key: string, steps: readonly string[]) => whereItMayBelong(key, steps, own);
  const naming = { owner: 'a blueprint', code: 'unknown-key' as const, elsewhere, perhaps, ownerAt: ownerIn(form) };
  reportViolations(violations, form, naming, report);
  checkConstants(form, report);
}

/** What entries of the sections are called: `resource "Web"`, `parameter "Stage"`. */
function ownerIn(form: Expression): (steps: readonly string[]) => string | undefined {
  return ([section, name, ...rest]) => {
    if (section === undefined || name === undefined || rest.length > 0) return undefined;
    if (section !== 'resources') return `${section.replace(/s$/, '')} "${name}"`;
    const id = inside(inside(inside(form, section), name), 'id');
    return id?.kind === 'literal' ? `resource "${id.value}"` : 'this resource';
  };
}

function inside(expression: Expression | undefined, step: string): Expression | undefined {
  if (expression?.kind === 'list') return expression.items[Number(step)];
  return expression?.kind === 'map' ? expression.entries.find(({ key }) => key === step)?.value : undefined;
}

function whereItBelongs(key: string, steps: readonly string[], resources: readonly Declaration[]): string | undefined {
  if (Object.hasOwn(CLOUDFORMATION_KEYS, key)) return CLOUDFORMATION_KEYS[key];
  const [section, index, ...rest] = steps;
  if (section !== 'resources' || rest.length > 0) return undefined;
  const resource = resources.find(({ place }) => String(place.key) === index);
  return resource?.type?.keys.has(key) === true ? `"${key}" belongs into "config".` : undefined;
}

function whereItMayBelong(key: string, steps: readonly string[], own: ReadonlySet<string>): string | undefined {
  if (steps.length === 0 && own.has(key)) return `If "${key}" is of the resource above, indent it as deep as its "id".`;
  if (steps.length === 0) return `If "${key}" is a resource, it belongs into the list "resources".`;
  if (steps[0] === 'resources' && steps.length === 2)
    return `If "${key}" is a property of the resource, it belongs into "config".`;
  return undefined;
}

function resourceKeys({ definitions }: Schema): ReadonlySet<string> {
  const resource = isSchema(definitions) ? definitions.resource : undefined;
  const properties = isSchema(resource) ? resource.properties : undefined;
  return new Set(isSchema(properties) ? Object.keys(properties) : []);
}
