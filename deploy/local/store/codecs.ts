import type { AccountState } from '../state/account.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { Codec } from './files.js';

const VERSION = 1;

/** The account as it stands in its file. */
export const accountCodec: Codec<AccountState> = {
  encode: (account) => account,
  decode: (json) => versioned(json) as unknown as AccountState,
};

/** A stack as it stands in its file: its resources as a list, because their names are anybody's. */
export const stackCodec: Codec<StackState> = {
  encode: (stack) => ({ version: VERSION, ...stack, resources: [...stack.resources.values()] }),
  decode: (json) => {
    const stored = versioned(json);
    if (!Array.isArray(stored.resources)) throw new Error('it has no list of resources');
    const resources = (stored.resources as ResourceState[]).map((one) => [one.id, one] as const);
    return { ...(stored as unknown as StackState), resources: new Map(resources) };
  },
};

function versioned(json: unknown): { readonly [key: string]: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('it is no map');
  const { version } = json as { readonly version?: unknown };
  if (version !== VERSION) throw new Error(`it is of version ${String(version)}, and not of ${VERSION}`);
  return json as { readonly [key: string]: unknown };
}
