import type { Recording } from '../changesets/recording.js';

/** An event as it was recorded, of one resource or of the stack. */
export interface RecordedEvent {
  readonly LogicalResourceId: string;
  readonly ResourceStatus: string;
  readonly ResourceType: string;
}

/** A recording with the events of both deployments, and of the deletion where that was recorded. */
export interface EventfulRecording extends Recording {
  readonly events: Readonly<Record<string, readonly RecordedEvent[]>>;
}

const STACK = 'AWS::CloudFormation::Stack';

/** How the stack is called in what is compared. */
export const STACK_ITSELF = '(stack)';

/** The states that each resource went through, the first first; the stack under a name of its own. */
export function recordedStates({ events }: EventfulRecording): ReadonlyMap<string, readonly string[]> {
  const lists = Object.values(events);
  const newestFirst = lists.some((list) => list.at(-1)?.ResourceStatus === 'REVIEW_IN_PROGRESS');
  return new Map(
    lists.flatMap((list) => {
      const [first] = list;
      if (first === undefined) return [];
      const name = first.ResourceType === STACK ? STACK_ITSELF : first.LogicalResourceId;
      const states = list.map(({ ResourceStatus }) => ResourceStatus);
      return [[name, withoutRepetition(newestFirst ? states.reverse() : states)] as const];
    }),
  );
}

/** A state that is told twice, with another reason, is one. */
export function withoutRepetition(states: readonly string[]): readonly string[] {
  return states.filter((state, at) => state !== states[at - 1]);
}
