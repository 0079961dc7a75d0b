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

/** Holds a document against the schema of blueprints. */
export function checkForm({ form }: Sections, { schema, report }: CheckContext): void {
  const violations = validate(schema, form).filter(({ params }) => params.missingProperty !== 'resources');
  const naming = { owner: 'a blueprint', code: 'unknown-key' as const, elsewhere };
  reportViolations(violations, form, naming, report);
  checkConstants(form, report);
}

function elsewhere(key: string, steps: readonly string[]): string | undefined {
  const known = Object.hasOwn(CLOUDFORMATION_KEYS, key) ? CLOUDFORMATION_KEYS[key] : undefined;
  if (known !== undefined) return known;
  if (steps.length === 0) return `If "${key}" is a resource, it belongs into the list "resources".`;
  if (steps[0] === 'resources' && steps.length === 2)
    return `If "${key}" is a property of the resource, it belongs into "config".`;
  return undefined;
}
