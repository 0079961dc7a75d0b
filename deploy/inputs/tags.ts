import { Misuse } from '../../compiler/commands/outcome.js';

/** CloudFormation API Reference, Tag; CreateChangeSet, Tags; Tagging AWS Resources, "Tag naming limits". */
const LIMITS = { count: 50, key: 128, value: 256 };

/** What AWS takes in keys and values of tags. */
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * The tags of a stack: the blueprint's, with those of the command line over them, sorted by key.
 *
 * @param pairs `Key=Value`, each.
 * @throws Misuse for what is no pair, and for what AWS would not take, all at once.
 */
export function tagsFor(blueprint: ReadonlyMap<string, string>, pairs: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Map([...blueprint, ...pairs.map(pair)])].sort(([a], [b]) => (a < b ? -1 : 1));
  const problems = [
    ...all.flatMap(([key, value]) => problemOf(key, value) ?? []),
    ...(all.length > LIMITS.count ? [`There are ${all.length} tags, and a stack can have ${LIMITS.count}.`] : []),
  ];
  const [only, ...more] = problems;
  if (only !== undefined)
    throw more.length === 0 ? new Misuse(only) : new Misuse(`${problems.length} tags cannot be.`, problems);
  return new Map(all);
}

function pair(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Misuse(`"${text}" is no tag: write it as Key=Value.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function problemOf(key: string, value: string): string | undefined {
  if (key === '') return 'A tag has no key.';
  if (/^aws:/i.test(key)) return `The tag "${key}" cannot be given: tags that begin with aws: are AWS's own.`;
  if (key.length > LIMITS.key)
    return `The key of the tag "${key.slice(0, 40)}…" has more than ${LIMITS.key} characters.`;
  if (!TEXT.test(key)) return `The key of the tag "${key}" has characters that AWS does not take.`;
  if (value.length > LIMITS.value) return `The tag "${key}" has more than ${LIMITS.value} characters.`;
  return TEXT.test(value) ? undefined : `The tag "${key}" has characters that AWS does not take.`;
}
