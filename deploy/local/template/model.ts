import type { Json, JsonMap } from '../../../compiler/template/template.js';

/** A template as it was read: its sections by name, and what stands in them as it was written. */
export interface LocalTemplate {
  /** The text that was given. */
  readonly body: string;
  /** The whole, functions in their long form. */
  readonly json: JsonMap;
  readonly description: string | undefined;
  readonly parameters: ReadonlyMap<string, LocalParameter>;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly rules: ReadonlyMap<string, Json>;
  readonly mappings: ReadonlyMap<string, JsonMap>;
  readonly resources: ReadonlyMap<string, LocalResource>;
  readonly outputs: ReadonlyMap<string, JsonMap>;
  /** The transforms that the template declares. */
  readonly transforms: readonly string[];
}

/** A parameter as the template declares it. */
export interface LocalParameter {
  readonly name: string;
  readonly type: string;
  readonly default: string | undefined;
  readonly description: string | undefined;
  readonly noEcho: boolean;
  readonly allowedValues: readonly string[] | undefined;
  readonly allowedPattern: string | undefined;
  readonly constraintDescription: string | undefined;
  /** Characters. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minValue: number | undefined;
  readonly maxValue: number | undefined;
}

/** A logical resource as it was written. */
export interface LocalResource {
  readonly id: string;
  readonly type: string;
  readonly condition: string | undefined;
  readonly dependsOn: readonly string[];
  /** Empty where the template has none. */
  readonly properties: JsonMap;
  /** Everything that stands there, properties too. */
  readonly raw: JsonMap;
}
