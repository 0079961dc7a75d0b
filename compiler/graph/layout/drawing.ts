import type { Nest } from '../nesting.js';
import type { Arc } from './acyclic.js';

/** Where everything is drawn. Pixels; x grows to the right, y downwards. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly frames: readonly Box[];
  readonly wires: readonly Wire[];
}

/** The box of a node, or the frame around a node and its nested parts; `id` is the node's. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From a box, along a level lane (`y` from `begin` to `end`), to a box; `from` to `to` is the arrow's direction. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  readonly begin: number;
  readonly end: number;
  /** Undefined for a wire that goes straight from box to box. */
  readonly y: number | undefined;
}

/** How large things are; `head` is room above a box for what is drawn there. */
export interface Sizes {
  readonly node: (id: string) => { readonly width: number; readonly height: number; readonly head: number };
  /** The width of the label of the wires between two nodes; 0 for none. */
  readonly label: (from: string, to: string) => number;
  /** Wires that should be short and straight before others. */
  readonly critical: (from: string, to: string) => boolean;
}

/** What is connected by wires and nesting. */
export interface Piece {
  readonly nests: readonly Nest[];
  readonly arcs: readonly Arc[];
}
