import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { detect } from '../queries/detect.js';
import { answer } from '../queries/document.js';
import { type Drift, driftOf, type Part } from '../queries/drift.js';
import { driftText } from '../queries/driftText.js';
import { inventoryOf, nestedIn } from '../queries/inventory.js';
import { placesOf } from '../queries/places.js';
import { settled } from '../queries/settled.js';
import { findStack, idOf } from '../queries/stack.js';
import { lookedAt, type QueryOptions } from '../queries/target.js';

export interface DriftOptions extends QueryOptions {
  /** Whether to look for drift now, as is done where nothing is said; otherwise what was found the last time is shown. */
  readonly detect?: boolean;
}

/** `jiml drift`: how the resources of a stack differ from its template. @throws Misuse, Declined, Fault */
export async function drift(options: DriftOptions, session: Session): Promise<Outcome> {
  const { stack: name, named, file } = lookedAt(options, session);
  const stack = await findStack(session, name);
  const places = await placesOf(file, options.components);
  const resources = await inventoryOf(session, idOf(stack), places);
  const parts: readonly Part[] = [{ stackId: idOf(stack), above: [] }, ...nestedIn(resources)];
  const incomplete: string[] = [];
  if (options.detect !== false) {
    await settled(session, 'drift', stack, named);
    session.report({ kind: 'step', text: `looking for drift of "${name}"` });
    const reasons = await Promise.all(parts.map(({ stackId }) => detect(session, stackId)));
    incomplete.push(...reasons.flatMap((reason) => reason ?? []));
  }
  const found = await driftOf(session, stack.StackName ?? name, parts, places);
  const next = found.status === 'DRIFTED' ? [`jiml deploy ${named} --revert-drift`] : [];
  const data: Drift = {
    ...found,
    status: incomplete.length > 0 && found.status !== 'DRIFTED' ? 'UNKNOWN' : found.status,
    incomplete,
    next,
  };
  return { ...answer(options.form, data, driftText), ...(data.status === 'DRIFTED' ? { verdict: 'drifted' } : {}) };
}
