import type { Draft } from './draft.js';
import type { Cause, Replacement } from './model.js';
import type { State } from './propagate.js';

/** The longest chain that is told; of longer ones the middle is left out. */
const LONGEST = 20;

interface Step {
  readonly cause: Cause;
  readonly target?: string;
}

/** Tells why a resource is or may be replaced, step by step to what somebody has written. */
export function causesOf(
  id: string,
  drafts: ReadonlyMap<string, Draft>,
  states: ReadonlyMap<string, State>,
): readonly Cause[] {
  if ((states.get(id)?.replacement ?? 'false') === 'false') return [];
  const seen = new Set<string>();
  const chain: Cause[] = [];
  let last: Cause | undefined;
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < 10_000; ) {
    seen.add(at);
    const step = stepOf(at, drafts.get(at), states.get(at));
    if (step === undefined) break;
    last = step.cause;
    if (chain.length < LONGEST - 1) chain.push(step.cause);
    at = step.target;
  }
  return last === undefined || chain.at(-1) === last ? chain : [...chain, last];
}

/** The strongest reason; what is written in the resource itself comes before what it refers to. */
function stepOf(id: string, draft: Draft | undefined, state: State | undefined): Step | undefined {
  const replacement: Replacement = state?.replacement ?? 'false';
  const written = draft?.differences.find((one) => one.replacement === replacement);
  if (written !== undefined) return { cause: { id, path: written.path, replacement } };
  const effect = state?.effects.find((one) => one.replacement === replacement);
  return effect && { cause: { id, path: effect.path, replacement }, target: effect.target };
}
