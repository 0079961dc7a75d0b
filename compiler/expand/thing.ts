import type { Group } from './group.js';
import type { Instance } from './instance.js';
import type { RawResource } from './raw.js';

/** What a name of a resource leads to. */
export type Thing = Instance | RawResource | Group;
