import type { TypeForm } from './model.js';
import data from './types.json' with { type: 'json' };

const forms: ReadonlyMap<string, TypeForm> = new Map(Object.entries(data.types));

const CUSTOM = 'AWS::CloudFormation::CustomResource';

/** What is known about the resources of a type; undefined where only its description is. */
export function formOf(type: string): TypeForm | undefined {
  return forms.get(isCustom(type) ? CUSTOM : type);
}

/** Whether a type's resources are made by somebody's own code, so that nobody knows what they are. */
export function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === CUSTOM;
}
