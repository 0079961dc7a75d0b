import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';

/** A place of a text: from where to where, in characters, and the keys that lead there. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly path: readonly string[];
}

/** For an offset of a template's or a blueprint's text: where that is in the template, as `Resources/Id/Properties/Key`. */
export function pathsIn(text: string): (offset: number) => string {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const regions: Region[] = [];
  collect(document.contents, [], regions);
  const ids = idsIn(document.get('resources'));
  return (offset) => {
    const holding = regions.filter(({ start, end }) => start <= offset && offset <= end);
    const deepest = holding.reduce((best, region) => (region.path.length > best.path.length ? region : best), {
      start: 0,
      end: 0,
      path: [] as readonly string[],
    });
    return templatePath(deepest.path, ids)
      .filter((step) => !/^(?:Fn::|Ref$)/.test(step))
      .join('/');
  };
}

/** The ids of a blueprint's resources, by their number. */
function idsIn(resources: unknown): ReadonlyMap<string, string> {
  const items = isSeq(resources) ? resources.items : [];
  return new Map(items.map((item, index) => [String(index), String(isMap(item) ? item.get('id') : '')]));
}

function collect(node: unknown, path: readonly string[], regions: Region[]): void {
  if (!isCollection(node)) return;
  for (const [index, item] of node.items.entries()) {
    if (isPair(item) && isMap(node)) {
      const key = isScalar(item.key) ? item.key : undefined;
      const inner = [...path, String(key?.value ?? '')];
      const range = rangeOf(item.value);
      // From the key on: a tag stands before its value.
      if (key?.range) enter([key.range[0], Math.max(key.range[1], range?.[1] ?? 0)], inner, regions);
      collect(item.value, inner, regions);
    } else if (isSeq(node)) {
      const inner = [...path, String(index)];
      enter(rangeOf(item), inner, regions);
      collect(item, inner, regions);
    }
  }
}

type Range = readonly [number, number, ...unknown[]] | null | undefined;

function rangeOf(node: unknown): Range {
  return isScalar(node) || isCollection(node) ? node.range : undefined;
}

function enter(range: Range, path: readonly string[], regions: Region[]): void {
  if (range) regions.push({ start: range[0], end: range[1], path });
}

/** What a blueprint calls `resources`, 3, `config` is `Resources`, the id of that one, `Properties` in the template. */
function templatePath(path: readonly string[], ids: ReadonlyMap<string, string>): readonly string[] {
  const [section = '', name = '', attribute, ...rest] = path;
  if (section === '' || /^[A-Z]/.test(section)) return path;
  if (section === 'raw') return path.slice(1);
  const known = name === '' ? [] : [section === 'resources' ? (ids.get(name) ?? name) : name];
  const inner = attribute === undefined ? [] : [attribute === 'config' ? 'Properties' : upper(attribute)];
  const named = ['resources', 'parameters', 'outputs'].includes(section);
  return named ? [upper(section), ...known, ...inner, ...rest] : [upper(section), ...path.slice(1)];
}

function upper(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
