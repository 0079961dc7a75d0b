import type { ResourceChange, Where } from '../../compiler/diff/model.js';
import { Specifications } from '../../compiler/specification/read.js';
import { byCodeUnits } from '../../compiler/text/codeUnits.js';
import { globMatches } from '../../compiler/text/glob.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import type { Review } from '../api/report.js';

/** Something that must be allowed by name before it is done. */
export interface Guard {
  /** `replace:DB`, `delete:DB`, `widen:Firewall`, `capability:CAPABILITY_IAM`: what `--allow` takes. */
  readonly code: string;
  /** Why, one sentence. */
  readonly reason: string;
  readonly where?: Where;
}

/** What the blueprint says that must be left alone. */
export interface Protected {
  /** Patterns of ids. */
  readonly protect: readonly string[];
}

/** What of a review must still be allowed before it may be carried out, each code once, the worst first. */
export function guarded(review: Review, target: Protected, allow: readonly string[]): readonly Guard[] {
  return guards(review, target).filter(({ code }) => !allow.some((pattern) => globMatches(pattern, code)));
}

/** What to say of `--allow` where it allows nothing: a sentence for each word that speaks of no guard. */
export function needless(review: Review, target: Protected, allow: readonly string[]): readonly string[] {
  const codes = guards(review, target).map(({ code }) => code);
  return [...new Set(allow)].flatMap((pattern) => {
    if (codes.some((code) => globMatches(pattern, code))) return [];
    const known = /^(?:replace|delete|widen|capability|\*)/.test(pattern);
    const hint = didYouMean(pattern, codes);
    const what = known ? 'allows nothing that would be done' : 'is nothing that can be allowed';
    return [`"${pattern}" ${what}.${hint === undefined ? '' : ` ${hint}`}`];
  });
}

/**
 * All that must be allowed by name:
 * - `replace:ID`, `delete:ID`: what holds data goes with or without a snapshot, or what `protect` names goes in any way.
 *   What may be replaced (`conditional`) needs nothing.
 * - `delete:ID` too where the policy that keeps it is taken away, so that what deletes it later deletes its data.
 * - `widen:ID`: an existing stack lets more in, or allows more. A new one is what its review says.
 * - `capability:NAME`: CloudFormation wants consent for it, and the stack did not need it so far.
 */
export function guards(review: Review, { protect }: Protected): readonly Guard[] {
  const { resources, risks, capabilities } = review.comparison.diff;
  const specifications = new Specifications();
  const isStateful = (type: string) => specifications.typeSpecification(type)?.stateful === true;
  const found = [
    ...resources.flatMap((change) => guardsOf(change, protect, isStateful(change.type))),
    ...(review.action === 'create' ? [] : risks)
      .filter(({ kind }) => kind === 'wider-access')
      .map(({ id, message, where }) => guard(`widen:${id}`, message, where)),
    ...capabilities.map(({ name, ids }) => guard(`capability:${name}`, `${name} is needed, for ${listText(ids)}.`)),
  ];
  const once = new Map(found.toReversed().map((one) => [one.code, one]));
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || byCodeUnits(a.code, b.code));
}

const ORDER = ['delete', 'replace', 'widen', 'capability'];

function rank({ code }: Guard): number {
  return ORDER.findIndex((kind) => code.startsWith(`${kind}:`));
}

function guardsOf(change: ResourceChange, protect: readonly string[], stateful: boolean): readonly Guard[] {
  const { id, type, action, replacement, data } = change;
  const where = change.after ?? change.before;
  const name = `"${id}"${type === '' ? '' : ` (${type})`}`;
  const named = protect.some((pattern) => globMatches(pattern, id) || globMatches(pattern, id.split('/').at(-1) ?? id));
  const lost = data === 'deleted' || data === 'snapshot';
  const kept = data === 'snapshot' ? '; a snapshot of its data is kept' : lost ? ' with the data in it' : '';
  const why = named ? `${kept === '' ? '' : `${kept},`} and the blueprint protects it` : kept;
  if (action === 'remove' && (lost || named)) {
    return [
      guard(`delete:${id}`, `${name} is ${data === 'retained' ? 'taken out of the stack' : 'deleted'}${why}.`, where),
    ];
  }
  if (action === 'modify' && replacement === 'true' && (lost || stateful || named)) {
    const old = data === undefined ? '' : `, and the old one is ${FATES[data]}`;
    return [
      guard(
        `replace:${id}`,
        `${name} is replaced by a new one${old}${named ? '; the blueprint protects it' : ''}.`,
        where,
      ),
    ];
  }
  return losesPolicy(change)
    ? [guard(`delete:${id}`, `${name} is no longer kept when it leaves the stack.`, where)]
    : [];
}

const FATES: Readonly<Record<NonNullable<ResourceChange['data']>, string>> = {
  deleted: 'deleted with the data in it',
  snapshot: 'deleted, but for a snapshot of its data',
  retained: 'kept outside of the stack',
};

/** Whether `Retain` or `Snapshot` is taken back. */
function losesPolicy({ action, properties }: ResourceChange): boolean {
  if (action !== 'modify') return false;
  const policy = properties.find(({ path }) => path.length === 1 && path[0] === 'DeletionPolicy');
  const keeps = (value: unknown) => value === 'Retain' || value === 'RetainExceptOnCreate' || value === 'Snapshot';
  return policy !== undefined && keeps(policy.before) && !keeps(policy.after);
}

function guard(code: string, reason: string, where?: Where): Guard {
  return { code, reason, ...(where !== undefined && { where }) };
}

function listText(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).join(', ');
  return ids.length > 3 ? `${shown} and ${ids.length - 3} more` : shown;
}
