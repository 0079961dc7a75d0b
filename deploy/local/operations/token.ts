import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';

/** How many tokens are remembered for a stack. */
const MOST = 100;

/**
 * Whether a request was made before with the same token. Notes the token.
 *
 * @throws Fault (TokenAlreadyExistsException) where it came with another request.
 */
export function isRepeated(stack: StackState, token: string | undefined, request: string): boolean {
  if (token === undefined) return false;
  const known = stack.tokens.find((one) => one.token === token);
  if (known === undefined) {
    stack.tokens = [...stack.tokens, { token, request }].slice(-MOST);
    return false;
  }
  if (known.request === request) return true;
  throw refusal(
    `Client request token [${token}] has already been used for another operation`,
    'TokenAlreadyExistsException',
  );
}
