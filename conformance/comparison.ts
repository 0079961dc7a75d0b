/** Where two templates differ first, as a path; undefined where they say the same. */
export function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (one === other) return undefined;
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return `${path} (${one.length} items, then ${other.length})`;
    return firstOf(one.keys(), (index) => difference(one[index], other[index], `${path}/${index}`));
  }
  if (isMap(one) && isMap(other)) {
    const missing = Object.keys(one).find((key) => !Object.hasOwn(other, key));
    if (missing !== undefined) return `${path}/${missing} (lost)`;
    const added = Object.keys(other).find((key) => !Object.hasOwn(one, key));
    if (added !== undefined) return `${path}/${added} (added)`;
    return firstOf(Object.keys(one), (key) => difference(one[key], other[key], `${path}/${key}`));
  }
  return `${path} (${shown(one)}, then ${shown(other)})`;
}

/**
 * A template in the one of CloudFormation's spellings that the compiler writes: the format version is said, and an
 * attribute is a list of two.
 */
export function spelled(template: Readonly<Record<string, unknown>>): unknown {
  return withLists({ AWSTemplateFormatVersion: '2010-09-09', ...template });
}

function withLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLists);
  if (!isMap(value)) return value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const dot = key === 'Fn::GetAtt' && typeof item === 'string' ? item.indexOf('.') : -1;
    map[key] = dot > 0 ? [String(item).slice(0, dot), String(item).slice(dot + 1)] : withLists(item);
  }
  return map;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<T>(items: Iterable<T>, differ: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = differ(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
