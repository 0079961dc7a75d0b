import type { Kit } from './kit.js';

/** The commands that ask CloudFormation, or the local one. */
export const deploying: readonly ((kit: Kit) => void)[] = [];
