import type { Cause, Replacement } from '../../compiler/diff/model.js';
import type { Listed } from './listed.js';

/** The longest chain that is told. */
const LONGEST = 20;

/**
 * Why a resource is or may be replaced, as far as CloudFormation says it: from this resource, over those whose change is
 * the cause, to the root. Empty where it does not say it.
 */
export function chainOf(id: string, listed: ReadonlyMap<string, Listed>): readonly Cause[] {
  const chain: Cause[] = [];
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !seen.has(at) && chain.length < LONGEST) {
    seen.add(at);
    const step = stepOf(listed.get(at));
    if (step !== undefined) chain.push(step.cause);
    at = step?.next;
  }
  return chain;
}

function stepOf(listed: Listed | undefined): { readonly cause: Cause; readonly next?: string } | undefined {
  const replacement: Replacement = listed?.replacement ?? 'false';
  if (listed === undefined || replacement === 'false') return undefined;
  // What was changed in the resource itself comes before what it refers to.
  const found = listed.properties.filter(({ change }) => change.replacement === replacement);
  const reason = found.find(({ cause }) => cause === undefined) ?? found[0];
  if (reason === undefined) return undefined;
  const cause = { id: listed.id, path: reason.change.path, replacement };
  return { cause, ...(reason.cause !== undefined && { next: reason.cause }) };
}
