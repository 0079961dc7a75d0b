import type { CloudFormation, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault, type FaultKind } from '../../../deploy/api/fault.js';

/** How a request goes wrong: what is told, and whether it took effect nevertheless. */
export interface Wrong {
  readonly name: string;
  readonly kind: FaultKind;
  readonly code: string;
  readonly effect: boolean;
}

/** What passes by itself. */
export const passing: readonly Wrong[] = [
  { name: 'is throttled', kind: 'throttled', code: 'Throttling', effect: false },
  { name: 'is answered with 500', kind: 'broken', code: 'InternalFailure', effect: false },
  { name: 'is answered with 500 and took effect', kind: 'broken', code: 'InternalFailure', effect: true },
  { name: 'times out', kind: 'unreachable', code: 'TimeoutError', effect: false },
  { name: 'times out and took effect', kind: 'unreachable', code: 'TimeoutError', effect: true },
  { name: 'is cut off', kind: 'unreachable', code: 'ECONNRESET', effect: true },
];

/** What does not. */
export const lasting: readonly Wrong[] = [
  { name: 'has credentials that are over', kind: 'credentials', code: 'ExpiredToken', effect: false },
];

/** A CloudFormation whose `at`-th request, from 0, goes wrong; with `ever` all that follow, too. */
export function faulty(cloud: CloudFormation, wrong: Wrong, at: number, ever = false): CloudFormation {
  let count = 0;
  return {
    call: async (operation, input, signal) => {
      const now = count++;
      if (now !== at && !(ever && now > at)) return cloud.call(operation, input, signal);
      if (wrong.effect) await cloud.call(operation, input, signal);
      throw new Fault(wrong.kind, wrong.code, `${operation} went wrong.`);
    },
  };
}

/** A CloudFormation that takes down what it is asked for. */
export function counted(cloud: CloudFormation, operations: Operation[]): CloudFormation {
  return {
    call: (operation, input, signal) => {
      operations.push(operation);
      return cloud.call(operation, input, signal);
    },
  };
}

/** A CloudFormation with which a process dies before its `at`-th request, or after that took effect. */
export function dying(cloud: CloudFormation, at: number, effect: boolean): CloudFormation {
  let count = 0;
  return {
    call: async (operation, input, signal) => {
      if (count++ < at) return cloud.call(operation, input, signal);
      if (effect && count === at + 1) await cloud.call(operation, input, signal);
      throw new Died();
    },
  };
}

/** Stands for the end of the process. */
export class Died extends Error {}
