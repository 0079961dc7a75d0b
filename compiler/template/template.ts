/** What JSON can say. Maps are made without a prototype, so that no key is special. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMap;

export interface JsonMap {
  readonly [key: string]: Json;
}

/** A CloudFormation template as it is written, its keys already in their order. */
export interface Template extends JsonMap {
  readonly AWSTemplateFormatVersion: string;
  readonly Resources: JsonMap;
}
