import type { Json, JsonMap } from '../../../compiler/template/template.js';

/** What a physical resource is made of. The same birth always gives the same resource. */
export interface Birth {
  readonly type: string;
  /** The logical id. */
  readonly id: string;
  /** Evaluated: without functions. */
  readonly properties: JsonMap;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly stackName: string;
  readonly stackId: string;
  /** Which of the resources that one logical id has become, one after the other: a replacement is the next. */
  readonly generation: number;
  /** How often it was changed in place; 0 where that is not said. */
  readonly changes?: number;
  /** What else is in the stack, by physical id: an address lies in the block of its subnet where that is known. */
  readonly other?: (physicalId: string) => BornResource | undefined;
}

/** A physical resource. */
export interface BornResource extends Birth {
  readonly physicalId: string;
  /** What `Ref` gives. */
  readonly ref: string;
}

/** What is known about the resources of a type; a row of types.json. */
export interface TypeForm {
  readonly id?: string;
  readonly name?: string;
  readonly generated?: string;
  readonly lower?: boolean;
  readonly max?: number;
  readonly world?: boolean;
  readonly shared?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A value that is a text, a number or a boolean, as text. */
export function scalarText(value: Json | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}
