import type { ResourceState } from '../state/stack.js';
import types from './types.json' with { type: 'json' };

/** The name of a bucket, which cannot be deleted while something is in it; undefined for what is none. */
export function bucketOf({ type, physicalId }: ResourceState): string | undefined {
  return type === types.bucket ? physicalId : undefined;
}
