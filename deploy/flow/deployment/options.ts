import type { GivenParameters } from '../../inputs/given.js';
import type { ChangeSetOptions } from '../changeSet/request.js';

/** What a blueprint is deployed with, beside the blueprint. */
export interface Given extends ChangeSetOptions {
  readonly parameters: GivenParameters;
  /** `Key=Value`, each. */
  readonly tags: readonly string[];
  /** What guards may let through: `replace:DB`. */
  readonly allow: readonly string[];
  /** The bucket that templates go through that are too large for a request. */
  readonly templateBucket?: string | undefined;
}
