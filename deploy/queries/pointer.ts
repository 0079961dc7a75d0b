import type { Path } from '../../compiler/source/place.js';
import type { Json } from '../../compiler/template/template.js';

/** `/Tags/0/Value`, a JSON Pointer (RFC 6901). */
export function pathOf(pointer: string): Path {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) =>
    /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}

/** Deeper than any property of AWS's is nested. */
const DEEPEST = 200;

/** Undefined for what is no JSON, and for what is nested so deeply that nobody can mean it. */
export function jsonIn(text: string | undefined): Json | undefined {
  try {
    return text === undefined || depthOf(text) > DEEPEST ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How deeply lists and maps are nested in a text of JSON. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
