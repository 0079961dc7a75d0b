import { Fault } from '../../api/fault.js';
import type { Understood } from '../persist.js';
import { accessFault } from './access.js';
import { type Asked, NOTHING_SAID, plain, type Thrown } from './failure.js';

/** Amazon Builders' Library and the SDKs' guide, "Retry behavior": the codes that mean "later". */
const THROTTLED: ReadonlySet<string> = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Codes of failures on the way that come with a status below 500. */
const TRANSIENT: ReadonlySet<string> = new Set([
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalFailure',
  'InternalError',
]);

/** The service answered, and its answer is an error. */
export function serviceFailure(error: Thrown, asked: Asked): Understood {
  const status = error.$metadata?.httpStatusCode ?? 0;
  const code = codeOf(error, status);
  const says = plain(error.message);
  if (status === 429 || THROTTLED.has(code)) {
    const text = `${asked.service} has been asked too often: "${says}".`;
    const hint = 'Wait a minute and do it again; all that asks in this account and region counts together.';
    return { fault: new Fault('throttled', code, text, hint), again: 'throttled', unsure: false, ...after(error) };
  }
  if (status === 501) {
    const text = `${asked.service} at this address does not know the request: "${says}".`;
    return { fault: new Fault('refused', 'NotImplemented', text), again: 'never', unsure: false };
  }
  if (status >= 500 || TRANSIENT.has(code)) {
    const text = `${asked.service} failed to answer (${code}, status ${status}): "${says}".`;
    const hint =
      'It is a failure at AWS, mostly a short one: do it again, and look at the AWS Health Dashboard if it stays.';
    return { fault: new Fault('broken', code, text, hint), again: 'transient', unsure: true, ...after(error) };
  }
  const fault = accessFault(code, error, asked) ?? refusal(code, says, asked);
  return { fault, again: error.$metadata?.clockSkewCorrected ? 'now' : 'never', unsure: false };
}

function refusal(code: string, says: string, { service }: Asked): Fault {
  if (says !== NOTHING_SAID) return new Fault('refused', code, says);
  const hint = 'Mostly the credentials have expired, or it is in another region.';
  return new Fault('refused', code, `${service} refuses the request without saying why (${code}).`, hint);
}

/** What a status means where nothing else is said, as in S3's answers to HEAD. */
const BARE: ReadonlyMap<number, string> = new Map([
  [400, 'BadRequest'],
  [403, 'AccessDenied'],
  [404, 'NotFound'],
]);

function codeOf({ Code, name, message }: Thrown, status: number): string {
  const code = Code ?? name;
  return message === NOTHING_SAID ? (BARE.get(status) ?? code) : code;
}

/** `Retry-After` in seconds. */
function after({ $response }: Thrown): { readonly after?: number } {
  const seconds = Number($response?.headers?.['retry-after']);
  return seconds > 0 ? { after: seconds * 1000 } : {};
}
