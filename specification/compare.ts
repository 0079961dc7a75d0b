import type { PropertiesFile, PropertyFile, TypeFile, ValueFile } from '../compiler/specification/file.js';

/** What is different between two states of the data, as lines to read: what came, what went, what changed. */
export function compareTypes(
  before: ReadonlyMap<string, TypeFile>,
  after: ReadonlyMap<string, TypeFile>,
): readonly string[] {
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after].flatMap(([name, type]) => {
    const old = before.get(name);
    const lines = old === undefined ? [] : compareFacts(factsOf(old), factsOf(type));
    return lines.length === 0 ? [] : [[name, ...lines]];
  });
  return [
    ...added.map((name) => `+ ${name}`),
    ...removed.map((name) => `- ${name}`),
    ...changed.flat(),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed of ${after.size} types.`,
  ];
}

/** What is said of each thing of a type, in words, by what it is. */
type Facts = ReadonlyMap<string, readonly string[]>;

function factsOf(type: TypeFile): Facts {
  const definitions = Object.entries(type.definitions ?? {});
  const objects: [string, PropertiesFile][] = [['', type.properties], ...definitions];
  return new Map([
    ...objects.flatMap(([name, properties]) => propertyFacts(name === '' ? '' : `${name}.`, properties)),
    ...Object.entries(type.attributes ?? {}).map(([name, value]) => fact(`attribute ${name}`, [written(value)])),
    fact('identifier', type.identifier ?? []),
    fact('what Ref gives', type.ref ?? []),
    fact('type', [
      ...(type.stateful ? ['holds data'] : []),
      ...(type.superseded ? ['superseded'] : []),
      ...(type.transform ? [`needs ${type.transform}`] : []),
      ...(type.tags ? [`tags in ${type.tags.property}`] : []),
    ]),
  ]);
}

function propertyFacts(prefix: string, properties: PropertiesFile): readonly [string, readonly string[]][] {
  return Object.entries(properties).map(([name, property]) => {
    const said: PropertyFile = typeof property === 'object' && 'type' in property ? property : { type: property };
    const { type, required, replaces = 'never', deprecated } = said;
    return fact(`property ${prefix}${name}`, [
      written(type),
      ...(required ? ['required'] : []),
      ...(replaces === 'never' ? [] : [`replaces ${replaces}`]),
      ...(deprecated ? ['deprecated'] : []),
    ]);
  });
}

function fact(what: string, words: readonly string[]): [string, readonly string[]] {
  return [what, words];
}

function written(value: ValueFile): string {
  if (typeof value === 'string') return value;
  if ('string' in value) return value.string.join(' | ');
  if ('integer' in value) return value.integer.join(' | ');
  if ('list' in value) return `list of ${written(value.list)}`;
  if ('map' in value) return `map of ${written(value.map)}`;
  if ('object' in value) return value.object;
  return value.union.map(written).join(' or ');
}

function compareFacts(before: Facts, after: Facts): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const old = before.get(name);
    const now = after.get(name);
    if (old?.join() === now?.join()) return [];
    if (old === undefined) return [`  + ${name}: ${now?.join(', ')}`];
    return now === undefined ? [`  - ${name}`] : [`  ~ ${name}: ${change(old, now)}`];
  });
}

/** What came and went of many words, or all of few. */
function change(before: readonly string[], after: readonly string[]): string {
  const [old, now] = [before, after].map((words) => words.flatMap((word) => word.split(' | '))) as [string[], string[]];
  if (old.length + now.length < 8) return `${before.join(', ') || 'nothing'} -> ${after.join(', ') || 'nothing'}`;
  const came = now.filter((word) => !old.includes(word)).map((word) => `+${word}`);
  const went = old.filter((word) => !now.includes(word)).map((word) => `-${word}`);
  return [...came, ...went].join(' ') || 'in another order';
}
