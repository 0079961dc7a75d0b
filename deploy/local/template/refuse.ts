import { Fault } from '../../api/fault.js';

/** CloudFormation's no to a request, in its own words. Without another code it is its ValidationError. */
export function refusal(message: string, code = 'ValidationError'): Fault {
  return new Fault('refused', code, message);
}
