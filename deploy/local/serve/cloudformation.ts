import { randomUUID } from 'node:crypto';
import type { CloudFormation, Operation } from '../../api/cloudformation.js';
import { Fault } from '../../api/fault.js';
import type { Reply, Request } from './http.js';
import { OPERATIONS } from './operations.js';
import { readQuery } from './query.js';
import { element, members } from './xml.js';

const NAMESPACE = ' xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';

/** Faults that are not 400 (AWS CloudFormation API Reference, "Common errors", and each action's own). */
const STATUS: ReadonlyMap<string, number> = new Map([
  ['AccessDenied', 403],
  ['ChangeSetNotFound', 404],
  ['ExpiredToken', 403],
  ['HookResultNotFound', 404],
  ['InternalFailure', 500],
  ['MissingAuthenticationToken', 403],
  ['RequestEntityTooLarge', 413],
  ['ServiceUnavailable', 503],
]);

/** Answers a request in CloudFormation's query protocol, version 2010-05-15. Never throws. */
export async function answerQuery(request: Request, cloud: CloudFormation): Promise<Reply> {
  try {
    const { action, input } = readQuery(
      new URLSearchParams(request.method === 'GET' ? request.query : request.body.toString()),
    );
    if (!isOperation(action)) throw unknownAction(action);
    const answer = await cloud.call(action, input as never);
    const result = OPERATIONS[action] === 'empty' ? '' : element(`${action}Result`, members(answer));
    return xml(200, element(`${action}Response`, result + metadata(), NAMESPACE));
  } catch (error) {
    return failure(error);
  }
}

const BUG = new Fault('broken', 'InternalFailure', 'This is a bug in the local CloudFormation.');

/** Says that a request failed. */
export function failure(error: unknown): Reply {
  const { kind, code, message } = error instanceof Fault ? error : BUG;
  const status = STATUS.get(code) ?? (kind === 'broken' || kind === 'unreachable' ? 500 : 400);
  const about = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  const content = members({ Error: about, RequestId: randomUUID() });
  const reply = xml(status, element('ErrorResponse', content, NAMESPACE));
  return error instanceof Fault ? reply : { ...reply, bug: error };
}

function isOperation(action: string): action is Operation {
  return Object.hasOwn(OPERATIONS, action);
}

function unknownAction(action: string): Fault {
  return new Fault(
    'refused',
    'InvalidAction',
    `Could not find operation ${action.slice(0, 100)} for version 2010-05-15`,
  );
}

function metadata(): string {
  return members({ ResponseMetadata: { RequestId: randomUUID() } });
}

function xml(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}
