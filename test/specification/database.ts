import { emptyDatabase, type Property, type PropertyType } from '@aws-cdk/service-spec-types';
import type { Tables } from '../../specification/tables.js';

type Properties = Readonly<Record<string, Property>>;

/** A small database of AWS's form, with one type more in each call. */
export function database() {
  const db = emptyDatabase();
  const add = (cloudFormationType: string, properties: Properties, more: object = {}) => {
    const name = cloudFormationType.split('::').at(-1) ?? '';
    db.allocate('resource', { name, cloudFormationType, properties, attributes: {}, ...more });
  };
  const define = (name: string, properties: Properties): PropertyType => {
    const { $id } = db.allocate('typeDefinition', { name, properties });
    return { type: 'ref', reference: { $ref: $id } };
  };
  return { db, add, define };
}

/** Tables that say nothing. */
export const noTables: Tables = {
  additions: { types: {}, attributes: {}, open: [] },
  policies: { definitions: {}, creationPolicy: {}, updatePolicy: {}, snapshot: [] },
  stateful: { types: [], not: {} },
  superseded: { types: {} },
};
