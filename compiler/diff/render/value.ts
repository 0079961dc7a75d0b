import type { Path } from '../../source/place.js';
import type { Json } from '../../template/template.js';

/** How many characters (UTF-16 code units) of a value are shown. */
const ROOM = 100;

/** How much of what both sides begin with is shown before the first difference. */
const CONTEXT = 20;

/** A value on one line, as JSON; a long one is cut, and its length said. */
export function valueText(value: Json, full: boolean): string {
  return cut(JSON.stringify(value), 0, full);
}

/** Both values of a change, each cut so that what differs can be seen. */
export function valueTexts(before: Json, after: Json, full: boolean): readonly [string, string] {
  const [left, right] = [JSON.stringify(before), JSON.stringify(after)];
  const from = Math.max(0, firstDifference(left, right) - CONTEXT);
  return [cut(left, from, full), cut(right, from, full)];
}

/** `Tags[0].Value`; what every path of a property begins with is left out. */
export function pathText(path: Path): string {
  const steps = path[0] === 'Properties' && path.length > 1 ? path.slice(1) : path;
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

function cut(text: string, from: number, full: boolean): string {
  if (full || text.length <= ROOM) return text;
  const start = boundary(text, Math.min(from, text.length - ROOM));
  const end = boundary(text, start + ROOM);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  return `${shown} (${text.length} characters)`;
}

/** Not between the halves of a surrogate pair. */
function boundary(text: string, at: number): number {
  return at > 0 && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}
