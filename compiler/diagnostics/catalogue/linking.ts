import { error } from './entry.js';

/** What linking can find. */
export const linking = {
};
