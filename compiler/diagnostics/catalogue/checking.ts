import { error } from './entry.js';

/** What checking can find. */
export const checking = {
};
