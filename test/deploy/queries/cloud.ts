import type { Answer, CloudFormation, Input, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import type { DeployEvent } from '../../../deploy/api/report.js';
import type { Session } from '../../../deploy/api/session.js';

/** What a made-up CloudFormation answers, by operation; a list is one answer after another, the last one again and again. */
export type Answers = {
  readonly [O in Operation]?: readonly Answer<O>[] | ((input: Input<O>) => Answer<O>);
};

/** A session with a made-up CloudFormation, and what it came to. */
export interface Played {
  readonly session: Session;
  /** What was asked. */
  readonly asked: readonly (readonly [Operation, object])[];
  /** What was told. */
  readonly told: readonly DeployEvent[];
}

/** The time at which all of this is played: 12:00 on 21 November 2026. */
export const NOON = Date.UTC(2026, 10, 21, 12);

/** So many minutes before noon. */
export function minutesAgo(minutes: number): Date {
  return new Date(NOON - minutes * 60_000);
}

/** A session in which time passes only where it is waited. */
export function play(answers: Answers): Played {
  const asked: (readonly [Operation, object])[] = [];
  const told: DeployEvent[] = [];
  const counts = new Map<Operation, number>();
  let now = NOON;
  const cloud: CloudFormation = {
    async call<O extends Operation>(operation: O, input: Input<O>): Promise<Answer<O>> {
      asked.push([operation, input]);
      const said = answers[operation] as readonly Answer<O>[] | ((input: Input<O>) => Answer<O>) | undefined;
      if (typeof said === 'function') return said(input);
      const count = counts.get(operation) ?? 0;
      counts.set(operation, count + 1);
      const answer = said?.[Math.min(count, said.length - 1)];
      if (answer === undefined) throw new Fault('refused', 'ValidationError', `${operation}: Stack does not exist`);
      return answer;
    },
  };
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const session: Session = {
    cloud,
    storage: undefined as never,
    region: 'eu-central-1',
    local: false,
    clock,
    person: undefined,
    report: (event) => told.push(event),
    onInterrupt: () => () => {},
  };
  return { session, asked, told };
}

/** The id of a stack of a name. */
export function stackId(name: string): string {
  return `arn:aws:cloudformation:eu-central-1:123456789012:stack/${name}/0a1b2c3d`;
}
