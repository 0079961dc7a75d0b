import type { ResourceChange } from '../../deploy/api/cloudformation.js';
import type { RecordedChange } from '../changesets/recording.js';
import exceptions from './exceptions.json' with { type: 'json' };
import { play } from './play.js';
import { type EventfulRecording, recordedStates, STACK_ITSELF } from './recording.js';

/** How far the local CloudFormation agrees with what CloudFormation answered. */
export interface LocalAgreement {
  readonly name: string;
  /** Where the two differ, a line each. */
  readonly differences: readonly string[];
  /** How many replacements CloudFormation called true or false. */
  readonly replacements: number;
  /** Why it need not agree. */
  readonly exception: string | undefined;
}

/** Plays a recorded pair, and compares both change sets, what is told of each change, and the order of the events of each resource. */
export async function localAgreement(recording: EventfulRecording): Promise<LocalAgreement> {
  const [created, updated] = [changesIn(recording, 1), changesIn(recording, 2)];
  const states = recordedStates(recording);
  const said = updated.filter(({ Replacement = '' }) => /^(?:True|False)$/.test(Replacement));
  const common = { name: recording.name, replacements: said.length, exception: exceptionOf(recording) };
  try {
    const deletes = states.get(STACK_ITSELF)?.includes('DELETE_IN_PROGRESS') === true;
    const played = await play(recording, deletes);
    const differences = [
      ...between('create', created, played.created),
      ...between('update', updated, played.updated),
      ...betweenStates(states, played.states),
    ];
    return { ...common, differences };
  } catch (error) {
    return { ...common, differences: [error instanceof Error ? error.message : String(error)] };
  }
}

function changesIn({ changeSets }: EventfulRecording, which: 1 | 2): readonly RecordedChange[] {
  const found = changeSets[`describe-change-set-${which}`] ?? changeSets[`describe-change-set-${which}-prop-values`];
  return (found?.Changes ?? []).flatMap(({ ResourceChange }) => ResourceChange ?? []);
}

function between(step: string, theirs: readonly RecordedChange[], ours: readonly ResourceChange[]): readonly string[] {
  const [wanted, found] = [theirs.map(written), ours.map(written)];
  return [
    ...wanted.filter((one) => !found.includes(one)).map((one) => `${step}: missing: ${one}`),
    ...found.filter((one) => !wanted.includes(one)).map((one) => `${step}: too much: ${one}`),
  ];
}

/** A change as one line: what is done, what becomes of the physical resource, and why. */
function written(change: RecordedChange | ResourceChange): string {
  const { Action, LogicalResourceId, Replacement, PolicyAction, Scope = [], Details = [] } = change as ResourceChange;
  const said = [Action, LogicalResourceId, Replacement && `replacement ${Replacement}`, PolicyAction, ...Scope];
  const details = Details.map(({ Target, ChangeSource, Evaluation, CausingEntity }) =>
    [Target?.Name, Target?.RequiresRecreation, ChangeSource, Evaluation, CausingEntity].filter(Boolean).join(' '),
  );
  return [said.filter(Boolean).join(' '), ...details.sort()].join('; ');
}

/** Some recordings leave out that a stack cleans up. */
const CLEANUP = 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';

function betweenStates(
  theirs: ReadonlyMap<string, readonly string[]>,
  ours: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ids = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  return ids.flatMap((id) => {
    const wanted = theirs.get(id) ?? [];
    const found = (ours.get(id) ?? []).filter((state) => state !== CLEANUP || wanted.includes(CLEANUP));
    const [a, b] = [wanted.join(' '), found.join(' ')];
    return a === b ? [] : [`${id}: ${b || 'nothing'}, not ${a || 'nothing'}`];
  });
}

function exceptionOf({ name, before, after, customStep }: EventfulRecording): string | undefined {
  const named = new Map(Object.entries<string>(exceptions.recordings));
  const text = JSON.stringify([before, after]);
  const kind = exceptions.kinds.find(
    ({ mentions, custom }) => mentions.some((word) => text.includes(word)) && (!custom || customStep === true),
  );
  return named.get(name) ?? kind?.reason;
}
