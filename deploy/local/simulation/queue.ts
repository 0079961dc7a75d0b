/** Something that happens at a time. */
export interface Due {
  readonly at: number;
  readonly stackId: string;
  readonly key: string;
  /** What comes first of what is due at the same time. */
  readonly order: number;
}

/**
 * What is to happen, the earliest first; what is due at the same time in an order that does not depend on when it was put
 * there. A binary heap.
 */
export class Queue {
  private readonly heap: Due[] = [];

  push(due: Due): void {
    this.heap.push(due);
    this.up(this.heap.length - 1);
  }

  peek(): Due | undefined {
    return this.heap[0];
  }

  pop(): Due | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first !== undefined && last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.down(0);
    }
    return first;
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return false;
    if (x.at !== y.at) return x.at < y.at;
    return x.order === y.order ? x.stackId < y.stackId : x.order < y.order;
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }

  private up(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private down(start: number): void {
    for (let at = start; ; ) {
      const left = 2 * at + 1;
      const least = this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(least, at)) return;
      this.swap(least, at);
      at = least;
    }
  }
}
