/** Something that happens at a time. */
export interface Due {
  readonly at: number;
  readonly stackId: string;
  readonly key: string;
}

/** What is to happen, the earliest first; of the same time in the order in which it was put there. A binary heap. */
export class Queue {
  private readonly heap: { readonly due: Due; readonly order: number }[] = [];
  private count = 0;

  push(due: Due): void {
    this.heap.push({ due, order: this.count++ });
    this.up(this.heap.length - 1);
  }

  peek(): Due | undefined {
    return this.heap[0]?.due;
  }

  pop(): Due | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first !== undefined && last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.down(0);
    }
    return first?.due;
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return false;
    return x.due.at === y.due.at ? x.order < y.order : x.due.at < y.due.at;
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
