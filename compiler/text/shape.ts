export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What a schema says about a place, as far as reading what stands there needs it. */
export interface Shape {
  /** Which scalars may stand here; undefined where the schema does not say. */
  readonly allowed: ReadonlySet<JsonType> | undefined;
  /** The reader of small texts (docs/components.md) that the schema names. */
  readonly format: string | undefined;
  /** Whether a quoted scalar is a text even where no text is allowed; otherwise "22" is read as the number. */
  readonly verbatim?: boolean;
  property(key: string): Shape | undefined;
  item(): Shape | undefined;
}
