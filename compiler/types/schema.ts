/** A JSON Schema with the keywords of docs/components.md. */
export interface Schema {
  readonly [keyword: string]: unknown;
}
