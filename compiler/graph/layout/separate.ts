/** Something that takes a stretch of the vertical axis in every column from `first` to `last`. Pixels. */
export interface Slab {
  readonly first: number;
  readonly last: number;
  readonly height: number;
  /** The room that it wants above and below; between two slabs lies the mean of theirs. */
  readonly margin: number;
}

/** Slabs that move as one, because each touches another of them. */
interface Block {
  members: number[];
  incoming: Contact[];
  /** Sum of weights, and of weights times where the block would be for each member. */
  weight: number;
  sum: number;
}

/** `lower` stands at least `distance` under `upper`, centre to centre. */
interface Contact {
  readonly upper: number;
  readonly lower: number;
  readonly distance: number;
}

/**
 * Centres for slabs that keep them apart, from top to bottom in the given order in every column, and as near as can be
 * to where they want to be (least weighted squares). After Dwyer, Marriott and Stuckey, Fast node overlap removal
 * (2005), without their splitting of blocks. `ranking` has the number of every slab once.
 */
export function separate(
  slabs: readonly Slab[],
  ranking: readonly number[],
  wanted: ArrayLike<number>,
  weights: ArrayLike<number>,
): Float64Array {
  const stack = new Stack(slabs.length);
  const lowest = new Map<number, number>();
  const contacts = ranking.map((slab) => contactsAbove(slabs, slab, lowest));
  for (const [turn, slab] of ranking.entries())
    stack.add(slab, wanted[slab] ?? 0, weights[slab] ?? 1, contacts[turn] ?? []);
  const centres = stack.centres();
  for (const above of contacts)
    for (const { upper, lower, distance } of above)
      centres[lower] = Math.max(centres[lower] ?? 0, (centres[upper] ?? 0) + distance);
  return centres;
}

function contactsAbove(slabs: readonly Slab[], number: number, lowest: Map<number, number>): Contact[] {
  const slab = slabs[number] as Slab;
  const contacts: Contact[] = [];
  let previous = -1;
  for (let column = slab.first; column <= slab.last; column++) {
    const upper = lowest.get(column) ?? -1;
    lowest.set(column, number);
    if (upper === previous || upper === -1) continue;
    previous = upper;
    const above = slabs[upper] as Slab;
    const distance = (above.height + slab.height + above.margin + slab.margin) / 2;
    contacts.push({ upper, lower: number, distance });
  }
  return contacts;
}

class Stack {
  private readonly blocks: Block[];
  private readonly offsets: Float64Array;

  constructor(size: number) {
    this.blocks = new Array<Block>(size);
    this.offsets = new Float64Array(size);
  }

  add(slab: number, wanted: number, weight: number, incoming: Contact[]): void {
    this.blocks[slab] = { members: [slab], incoming, weight, sum: weight * wanted };
    for (;;) {
      const contact = this.mostViolated(this.blockOf(slab));
      if (contact === undefined) return;
      this.merge(contact);
    }
  }

  centres(): Float64Array {
    return this.offsets.map((_, slab) => this.centre(slab));
  }

  private blockOf(slab: number): Block {
    return this.blocks[slab] as Block;
  }

  private centre(slab: number): number {
    const block = this.blockOf(slab);
    return block.sum / block.weight + (this.offsets[slab] ?? 0);
  }

  private mostViolated(block: Block): Contact | undefined {
    block.incoming = block.incoming.filter(({ upper }) => this.blockOf(upper) !== block);
    let worst: Contact | undefined;
    let most = 1e-6;
    for (const contact of block.incoming) {
      const violation = this.centre(contact.upper) + contact.distance - this.centre(contact.lower);
      if (violation > most) [worst, most] = [contact, violation];
    }
    return worst;
  }

  /** Puts the smaller of the two blocks into the larger one, so that each slab moves only a few times. */
  private merge({ upper, lower, distance }: Contact): void {
    const [over, under] = [this.blockOf(upper), this.blockOf(lower)];
    const shift = (this.offsets[upper] ?? 0) + distance - (this.offsets[lower] ?? 0);
    if (over.members.length >= under.members.length) this.absorb(over, under, shift);
    else this.absorb(under, over, -shift);
  }

  private absorb(kept: Block, gone: Block, shift: number): void {
    for (const member of gone.members) {
      this.offsets[member] = (this.offsets[member] ?? 0) + shift;
      this.blocks[member] = kept;
      kept.members.push(member);
    }
    for (const contact of gone.incoming) kept.incoming.push(contact);
    kept.weight += gone.weight;
    kept.sum += gone.sum - gone.weight * shift;
  }
}
