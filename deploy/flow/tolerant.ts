import { Fault } from '../api/fault.js';

/** What only explains something is left out where it cannot be had: not every endpoint knows it, nor may everybody ask. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
