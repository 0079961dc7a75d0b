import type { Node } from './node.js';

export type Path = readonly (string | number)[];

/** A line and a column (both from 1; a column counts UTF-16 code units) and the offset that they stand for. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Which part of what a path leads to: its value, its key, its tag, or characters of a scalar's text (from, to). */
export type Part = 'value' | 'key' | 'tag' | { readonly from: number; readonly to: number };

/** A text that was read: its values, and where each of them is. */
export interface Document {
  /** How the file is called in messages; `-` is standard input. */
  readonly file: string;
  readonly text: string;
  /** Undefined where the text says nothing, or nothing that could be read. */
  readonly root: Node | undefined;
  /** Never fails: a path that leads nowhere gives the last node on the way. */
  span(path: Path, part: Part): Span;
}

/**
 * The location of a value: a document and a path, as a list from the leaf to the root, so that walking down a document
 * costs one small object a step. From `check` on, everything that can be wrong carries one.
 */
export class Place {
  private constructor(
    readonly document: Document,
    private readonly parent: Place | undefined,
    private readonly step: string | number,
  ) {}

  static root(document: Document): Place {
    return new Place(document, undefined, '');
  }

  at(step: string | number): Place {
    return new Place(this.document, this, step);
  }

  get path(): Path {
    const path: (string | number)[] = [];
    for (let place: Place = this; place.parent !== undefined; place = place.parent) path.push(place.step);
    return path.reverse();
  }

  /** The last step, or '' for the root. */
  get key(): string | number {
    return this.step;
  }

  toJSON(): { file: string; path: Path } {
    return { file: this.document.file, path: this.path };
  }
}
