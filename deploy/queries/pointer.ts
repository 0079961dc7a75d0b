import type { Path } from '../../compiler/source/place.js';
import type { Json } from '../../compiler/template/template.js';

/** `/Tags/0/Value`, a JSON Pointer (RFC 6901). */
export function pathOf(pointer: string): Path {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) =>
    /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}

/** Undefined for what is no JSON. */
export function jsonIn(text: string | undefined): Json | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
