import type { DeployEvent, Watched } from '../../api/report.js';
import type { Target } from '../../inputs/target.js';
import { some } from '../say.js';
import type { Work } from '../work.js';
import { type FullBucket, MOST } from './buckets.js';
import type { Survey } from './survey.js';

/** Shows what goes, in which order, and what stays. */
export function show(work: Work, { review }: Survey, full: readonly FullBucket[], emptyBuckets: boolean): void {
  const { report } = work.session;
  report({ kind: 'review', review });
  const stays = review.comparison.diff.resources.flatMap(({ id, data }) => {
    if (data === 'retained') return [`${id} (retained)`];
    return data === 'snapshot' ? [`a snapshot of ${id}`] : [];
  });
  if (stays.length > 0) report({ kind: 'note', text: `What stays: ${some(stays, 20)}.` });
  for (const { id, name, count } of full) report({ kind: 'warning', text: fullText(id, name, count, emptyBuckets) });
}

function fullText(id: string, name: string, count: number, emptyBuckets: boolean): string {
  const many = count >= MOST ? `${MOST} objects or more` : `${count} object${count === 1 ? '' : 's'}`;
  return emptyBuckets
    ? `All in the bucket "${name}" (${id}) is deleted first, old versions too: ${many}.`
    : `The bucket "${name}" (${id}) is not empty (${many}), and CloudFormation cannot delete it; --empty-buckets empties it first.`;
}

/** The resources of a stack in the order in which they are deleted: what needs others before what it needs. */
export function leaving({ name, where }: Work, { review, resources }: Survey, target: Target | undefined): DeployEvent {
  const types = new Map(
    resources.map(({ LogicalResourceId = '', ResourceType = '' }) => [LogicalResourceId, ResourceType]),
  );
  const kept = new Set(review.comparison.diff.resources.filter(({ data }) => data === 'retained').map(({ id }) => id));
  const known = (target?.graph.nodes ?? []).filter((id) => types.has(id)).reverse();
  const ids = [...new Set([...known, ...types.keys()])];
  const waits = waitsIn(target);
  const watched = ids.map((id): Watched => {
    const place = where(id);
    return {
      id,
      type: types.get(id) ?? '',
      needs: (waits.get(id) ?? []).filter((other) => types.has(other)),
      action: kept.has(id) ? 'none' : 'remove',
      ...(place === undefined ? {} : { where: place }),
    };
  });
  return { kind: 'watch', stack: name, resources: watched };
}

/** For each resource those that have to be gone before it. */
function waitsIn(target: Target | undefined): ReadonlyMap<string, readonly string[]> {
  const waits = new Map<string, string[]>();
  for (const { from, to } of target?.graph.edges ?? []) {
    const known = waits.get(to);
    if (known === undefined) waits.set(to, [from]);
    else if (!known.includes(from)) known.push(from);
  }
  return waits;
}
