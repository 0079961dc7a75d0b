/** The top-level keys of a blueprint, in the order in which they are read best. */
const TOP_LEVEL = [
  'name',
  'description',
  'region',
  'tags',
  'protect',
  'parameters',
  'mappings',
  'conditions',
  'rules',
  'metadata',
  'transform',
  'resources',
  'outputs',
  'raw',
];

/** The keys of a resource. Others follow as they were written, and `config` is the last. */
const RESOURCE = [
  'type',
  'id',
  'forEach',
  'as',
  'import',
  'condition',
  'dependsOn',
  'waitFor',
  'deletionPolicy',
  'updateReplacePolicy',
  'creationPolicy',
  'updatePolicy',
  'metadata',
];

/** The top-level keys in canonical order. Where one is not a blueprint's, all stay as they are. */
export function topLevelOrder(keys: readonly string[]): readonly string[] {
  return keys.every((key) => TOP_LEVEL.includes(key)) ? sorted(keys, (key) => TOP_LEVEL.indexOf(key)) : keys;
}

/** The keys of a resource in canonical order. */
export function resourceOrder(keys: readonly string[]): readonly string[] {
  return sorted(keys, (key) => {
    const rank = RESOURCE.indexOf(key);
    return rank !== -1 ? rank : key === 'config' ? Number.POSITIVE_INFINITY : RESOURCE.length;
  });
}

function sorted(keys: readonly string[], rank: (key: string) => number): readonly string[] {
  return keys.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
