import { error } from './entry.js';

/** What expanding can find. */
export const expanding = {
};
