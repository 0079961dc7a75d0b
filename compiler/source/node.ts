/**
 * What a YAML or JSON text says, before anything is known about what it means.
 *
 * Scalars keep the text that the author wrote: whether `010` is a number or four characters is decided later, by the
 * schema of the place where it stands. Names of keys are text too. All positions are offsets (UTF-16 code units) into
 * the document's text; lines and columns are computed when something is shown.
 */
export type Node = ScalarNode | ListNode | MapNode;

interface Base {
  readonly start: number;
  readonly end: number;
  /** A tag as written (`!Sub`); tags of YAML itself are gone. */
  readonly tag?: string;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends Base {
  readonly kind: 'scalar';
  /** For a plain scalar exactly what was written, otherwise the text that quotes or the block stand for. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface ListNode extends Base {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapNode extends Base {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

/** The value of a key of a map, or undefined where the node is no map or has no such key. */
export function member(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}
