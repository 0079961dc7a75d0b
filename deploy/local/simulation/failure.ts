import { Fault } from '../../api/fault.js';
import type { FailurePoint } from '../options.js';
import { Chance } from '../resources/hash.js';
import type { OperationState } from '../state/operation.js';
import type { StackState } from '../state/stack.js';

export type FailingAction = NonNullable<FailurePoint['action']>;

/** Why a resource is made to fail, as its service would say it; undefined where it is not. */
export function injectedFailure(
  stack: StackState,
  { fail, id: seed }: OperationState,
  id: string,
  action: FailingAction,
): string | undefined {
  const point = fail.find((one) => matches(one, stack, id) && (one.action ?? (isFirst(action) && action)) === action);
  return (
    point && handlerFailure(`Simulated failure (--fail ${written(point)})`, 'GeneralServiceException', seed, id, action)
  );
}

/** What a service's handler answers when it fails. */
export function handlerFailure(message: string, code: string, ...seed: readonly string[]): string {
  const token = new Chance('request', ...seed).uuid();
  return `Resource handler returned message: "${message}" (RequestToken: ${token}, HandlerErrorCode: ${code})`;
}

/** What a resource fails with where its template cannot be evaluated. @throws What is no fault of the template's. */
export function evaluationFailure(error: unknown): string {
  if (error instanceof Fault) return error.message;
  throw error;
}

/** A resource of a nested stack is named by its own id, or with the ids of the stacks that it is in: `Network/Vpc`. */
function matches({ id: wanted }: FailurePoint, { parent }: StackState, id: string): boolean {
  return wanted === id || (parent !== undefined && wanted === `${parent.resource}/${id}`);
}

function isFirst(action: FailingAction): boolean {
  return action === 'create' || action === 'update';
}

function written({ id, action }: FailurePoint): string {
  return action === undefined ? id : `${id}:${action}`;
}
