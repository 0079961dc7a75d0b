import { crossings, type Line } from './crossings.js';
import { type Slab, separate } from './separate.js';

/** A wire between a slab and one further right, from points that are so much below their centres. */
export interface Tie {
  readonly left: number;
  readonly right: number;
  readonly leftOffset: number;
  readonly rightOffset: number;
  readonly weight: number;
}

interface Scene {
  readonly slabs: readonly Slab[];
  readonly ties: readonly Tie[];
  readonly toLeft: readonly (readonly Tie[])[];
  readonly toRight: readonly (readonly Tie[])[];
  readonly weights: Float64Array;
}

/**
 * Finds a height for every slab: few wires cross, wires are as level as can be, and nothing overlaps. Sweeps over the
 * columns in turn from left and right, giving each slab the mean height of what it is tied to, and keeps the order with
 * the fewest crossings (the layered drawing of Sugiyama, Tagawa and Toda, 1981). Deterministic. The more slabs, the
 * fewer sweeps.
 */
export function arrange(slabs: readonly Slab[], ties: readonly Tie[]): Float64Array {
  const scene = sceneOf(slabs, ties);
  const sweeps = slabs.length < 400 ? 24 : slabs.length < 4_000 ? 8 : 3;
  let ranking = slabs.map((_, slab) => slab);
  let heights = separate(slabs, ranking, new Float64Array(slabs.length), scene.weights);
  let best = { ranking, heights, crossed: crossed(scene, heights) };
  for (let sweep = 0; sweep < sweeps && best.crossed > 0; sweep++) {
    const wanted = swept(scene, heights, sweep % 2 === 0);
    ranking = ranking.toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
    heights = separate(slabs, ranking, wanted, scene.weights);
    const now = crossed(scene, heights);
    if (now < best.crossed) best = { ranking, heights, crossed: now };
  }
  return levelled(scene, best.ranking, best.heights, 2 * sweeps);
}

function sceneOf(slabs: readonly Slab[], ties: readonly Tie[]): Scene {
  const toLeft: Tie[][] = slabs.map(() => []);
  const toRight: Tie[][] = slabs.map(() => []);
  const weights = new Float64Array(slabs.length).fill(0.01);
  for (const tie of ties) {
    toRight[tie.left]?.push(tie);
    toLeft[tie.right]?.push(tie);
    for (const end of [tie.left, tie.right]) weights[end] = (weights[end] ?? 0) + tie.weight;
  }
  return { slabs, ties, toLeft, toRight, weights };
}

/** Where each slab wants to be when only what is on one side of it counts; each column is kept apart before the next. */
function swept(scene: Scene, heights: Float64Array, rightwards: boolean): Float64Array {
  const { slabs } = scene;
  const wanted = heights.slice();
  const columns = columnsOf(slabs, rightwards);
  for (const column of columns) {
    for (const slab of column) wanted[slab] = mean(scene, slab, wanted, rightwards, !rightwards);
    const ranking = column.toSorted(
      (a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || (heights[a] ?? 0) - (heights[b] ?? 0),
    );
    const apart = separate(
      ranking.map((slab) => ({ ...(slabs[slab] as Slab), first: 0, last: 0 })),
      ranking.map((_, index) => index),
      ranking.map((slab) => wanted[slab] ?? 0),
      ranking.map((slab) => scene.weights[slab] ?? 1),
    );
    for (const [index, slab] of ranking.entries()) wanted[slab] = apart[index] ?? 0;
  }
  return wanted;
}

/** The slabs by the column in which a sweep meets them first, in the order of the sweep. */
function columnsOf(slabs: readonly Slab[], rightwards: boolean): number[][] {
  const columns = new Map<number, number[]>();
  for (const [number, slab] of slabs.entries()) {
    const column = rightwards ? slab.first : slab.last;
    const list = columns.get(column);
    if (list === undefined) columns.set(column, [number]);
    else list.push(number);
  }
  const sorted = [...columns].sort(([a], [b]) => a - b).map(([, list]) => list);
  return rightwards ? sorted : sorted.reverse();
}

/** The mean of the heights at which the wires of a slab would be level; where it has none, its own. */
function mean(scene: Scene, slab: number, heights: Float64Array, left: boolean, right: boolean): number {
  let sum = 0;
  let weight = 0;
  for (const tie of left ? (scene.toLeft[slab] ?? []) : []) {
    sum += tie.weight * ((heights[tie.left] ?? 0) + tie.leftOffset - tie.rightOffset);
    weight += tie.weight;
  }
  for (const tie of right ? (scene.toRight[slab] ?? []) : []) {
    sum += tie.weight * ((heights[tie.right] ?? 0) + tie.rightOffset - tie.leftOffset);
    weight += tie.weight;
  }
  return weight === 0 ? (heights[slab] ?? 0) : sum / weight;
}

/**
 * Keeps the order and pulls wires straight, first from one side, then from the other, at last from both. Each slab sees
 * where those before it in the sweep have gone: were all moved at once, neighbours would change places for ever.
 */
function levelled(scene: Scene, ranking: readonly number[], from: Float64Array, rounds: number): Float64Array {
  let heights = from;
  const turns = columnsOf(scene.slabs, true).flat();
  for (let round = 0; round < rounds; round++) {
    const oneSided = round < rounds / 3;
    const left = !oneSided || round % 2 === 0;
    const right = !oneSided || round % 2 === 1;
    const wanted = heights.slice();
    for (const slab of left ? turns : turns.toReversed()) wanted[slab] = mean(scene, slab, wanted, left, right);
    heights = separate(scene.slabs, ranking, wanted, scene.weights);
  }
  return heights;
}

/** Wires that cross wires, lanes that go on, or the frames (top and bottom) that they pass. */
function crossed({ slabs, ties }: Scene, heights: Float64Array): number {
  const gaps = new Map<number, Line[]>();
  const add = (gap: number, left: number, right: number) => {
    const list = gaps.get(gap);
    if (list === undefined) gaps.set(gap, [{ left, right }]);
    else list.push({ left, right });
  };
  for (const tie of ties) {
    const gap = slabs[tie.left]?.last ?? 0;
    add(gap, (heights[tie.left] ?? 0) + tie.leftOffset, (heights[tie.right] ?? 0) + tie.rightOffset);
  }
  for (const [slab, { first, last, height }] of slabs.entries()) {
    const centre = heights[slab] ?? 0;
    for (let gap = first; gap < last; gap++) {
      add(gap, centre - height / 2, centre - height / 2);
      if (height > 20) add(gap, centre + height / 2, centre + height / 2);
    }
  }
  let count = 0;
  for (const lines of gaps.values()) count += crossings(lines);
  return count;
}
