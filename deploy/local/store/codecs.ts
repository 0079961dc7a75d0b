import type { AccountState } from '../state/account.js';
import type { ResourceState, Spec, StackState } from '../state/stack.js';
import type { Codec } from './files.js';

const VERSION = 1;

/** The account as it stands in its file. */
export const accountCodec: Codec<AccountState> = {
  encode: (account) => account,
  decode: (json) => whole(versioned(json), ACCOUNT) as unknown as AccountState,
};

/** A stack as it stands in its file: its resources as a list, because their names are anybody's. */
export const stackCodec: Codec<StackState> = {
  encode: (stack) => ({ version: VERSION, ...stack, resources: [...stack.resources.values()] }),
  decode: (json) => {
    const stored = whole(versioned(json), STACK);
    whole(stored.spec as Stored, SPEC);
    const resources = (stored.resources as ResourceState[]).map((one) => [one.id, one] as const);
    return { ...(stored as unknown as StackState), resources: new Map(resources) };
  },
};

interface Stored {
  readonly [key: string]: unknown;
}

type Kind = 'list' | 'map' | 'text' | 'number';

const KINDS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  list: (value) => Array.isArray(value) && value.every((one) => one !== null && one !== undefined),
  map: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
};

/** What is needed, so that a file that somebody has edited is not found out in the middle of something. */
const ACCOUNT: Readonly<Record<Exclude<keyof AccountState, 'version'>, Kind>> = {
  ...{ counter: 'number', stacks: 'list', exports: 'list', imports: 'list' },
  ...{ names: 'list', kept: 'list', buckets: 'list' },
};
const STACK: { readonly [K in keyof StackState]?: Kind } = {
  ...{ id: 'text', name: 'text', region: 'text', created: 'number', status: 'text', spec: 'map' },
  ...{ resources: 'list', outputs: 'list', events: 'list', texts: 'list', scheduled: 'number' },
  ...{ lastOperations: 'list', changeSets: 'list', tokens: 'list', leftovers: 'list' },
};
const SPEC: { readonly [K in keyof Spec]?: Kind } = {
  ...{ template: 'text', parameters: 'list', resolved: 'list' },
  ...{ tags: 'list', capabilities: 'list', notificationArns: 'list' },
};

function whole(stored: Stored, fields: Readonly<Record<string, Kind>>): Stored {
  for (const [name, kind] of Object.entries(fields))
    if (!Object.hasOwn(stored, name) || !KINDS[kind](stored[name])) throw new Error(`its "${name}" is no ${kind}`);
  return stored;
}

function versioned(json: unknown): Stored {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('it is no map');
  const { version } = json as { readonly version?: unknown };
  if (version !== VERSION) throw new Error(`it is of version ${String(version)}, and not of ${VERSION}`);
  return json as Stored;
}
