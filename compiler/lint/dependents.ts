/** More names than this are not kept; a template has at most some hundred resources. */
const MOST = 400_000;

/** What needs what, directly or through others; found when asked, and remembered. */
export class Dependents {
  private readonly users = new Map<string, string[]>();
  private readonly known = new Map<string, ReadonlySet<string>>();
  private kept = 0;

  constructor(edges: Iterable<{ readonly from: string; readonly to: string }>) {
    for (const { from, to } of edges) {
      const users = this.users.get(to);
      if (users === undefined) this.users.set(to, [from]);
      else users.push(from);
    }
  }

  /** Whether one needs the other; undefined where finding out would cost too much. Nothing needs itself. */
  needs(from: string, to: string): boolean | undefined {
    return this.of(to)?.has(from);
  }

  private of(id: string): ReadonlySet<string> | undefined {
    const known = this.known.get(id);
    if (known !== undefined || this.kept > MOST) return known;
    const found = new Set<string>();
    const pending = [id];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const user of this.users.get(next) ?? []) {
        if (found.has(user)) continue;
        found.add(user);
        pending.push(user);
      }
    }
    this.kept += found.size + 1;
    this.known.set(id, found);
    return found;
  }
}
