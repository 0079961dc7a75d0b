import type { Draft } from './draft.js';
import type { Cause, Replacement } from './model.js';
import type { State } from './propagate.js';

/** The longest chain that is told; of longer ones the middle is left out. */
const LONGEST = 20;

interface Step {
  readonly cause: Cause;
  readonly target?: string;
}

/** Tells why resources are or may be replaced, step by step to what somebody has written. */
export class Causes {
  private readonly roots = new Map<string, Cause>();

  constructor(
    private readonly drafts: ReadonlyMap<string, Draft>,
    private readonly states: ReadonlyMap<string, State>,
  ) {}

  /** The chain for one resource, itself first; empty where it is not replaced. */
  of(id: string): readonly Cause[] {
    if ((this.states.get(id)?.replacement ?? 'false') === 'false') return [];
    const chain: Cause[] = [];
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at) && chain.length < LONGEST - 1) {
      seen.add(at);
      const step: Step | undefined = this.step(at);
      if (step !== undefined) chain.push(step.cause);
      at = step?.target;
    }
    const root = at === undefined || seen.has(at) ? undefined : this.root(at);
    return root === undefined ? chain : [...chain, root];
  }

  /** Where a chain ends. Found once for all that are on the way. */
  private root(id: string): Cause | undefined {
    const way: string[] = [];
    const seen = new Set<string>();
    let last: Cause | undefined;
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const known = this.roots.get(at);
      if (known !== undefined) {
        last = known;
        break;
      }
      way.push(at);
      const step: Step | undefined = this.step(at);
      last = step?.cause ?? last;
      at = step?.target;
    }
    if (last !== undefined) for (const one of way) this.roots.set(one, last);
    return last;
  }

  /** The strongest reason; what is written in the resource itself comes before what it refers to. */
  private step(id: string): Step | undefined {
    const replacement: Replacement = this.states.get(id)?.replacement ?? 'false';
    const written = this.drafts.get(id)?.differences.find((one) => one.replacement === replacement);
    if (written !== undefined) return { cause: { id, path: written.path, replacement } };
    const effect = this.states.get(id)?.effects.find((one) => one.replacement === replacement);
    return effect && { cause: { id, path: effect.path, replacement }, target: effect.target };
  }
}
