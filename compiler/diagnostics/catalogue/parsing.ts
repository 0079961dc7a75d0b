import { error } from './entry.js';

/** What parsing can find. */
export const parsing = {
};
