import { formOf } from './forms.js';
import type { Birth } from './model.js';
import { givenName } from './name.js';

/** The name that two resources of a type cannot share; undefined where it has none of its own. */
export function uniqueName(type: string, properties: Birth['properties']): string | undefined {
  return formOf(type)?.shared === true ? undefined : givenName(type, properties);
}

/** Where the names of a type's resources are unique: in all accounts and regions, in all regions of one, or in one region. */
export function nameScope(type: string): 'world' | 'account' | 'region' {
  if (formOf(type)?.world === true) return 'world';
  return /^AWS::(?:IAM|CloudFront|Route53)::/.test(type) ? 'account' : 'region';
}
