import { error } from './entry.js';

/** What typing can find. */
export const typing = {
};
