/** What is shown in place of a secret; AWS shows the same. */
export const MASK = '****';

/** A text that is not printed by accident: as text, as JSON and when it is inspected it is `****`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for a request. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}
