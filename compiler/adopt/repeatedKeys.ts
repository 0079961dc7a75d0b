/** A key that its map has had already. */
export interface RepeatedKey {
  readonly key: string;
  /** Where it stands with its quotes, in characters. */
  readonly start: number;
  readonly end: number;
}

/** More of them say nothing new. */
const MOST = 100;

/** The keys that a map of a JSON text has more than once, but for the first; the text must be JSON. */
export function repeatedKeys(json: string): readonly RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const maps: (Set<string> | undefined)[] = [];
  for (const { 0: token, 1: colon, index } of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/gs)) {
    if (token === '{') maps.push(new Set());
    else if (token === '[') maps.push(undefined);
    else if (token === '}' || token === ']') maps.pop();
    else if (colon !== undefined) {
      const text = token.slice(0, token.length - colon.length);
      const key: string = JSON.parse(text);
      const keys = maps.at(-1);
      if (keys?.has(key) && found.length < MOST) found.push({ key, start: index, end: index + text.length });
      keys?.add(key);
    }
  }
  return found;
}
