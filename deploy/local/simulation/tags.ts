import type { Spec } from '../state/stack.js';
import type { Scene } from './scene.js';

/** Whether the tags of a stack are others than before. */
export function retagged(before: Spec | undefined, after: Spec): boolean {
  return before !== undefined && written(before) !== written(after);
}

function written({ tags }: Spec): string {
  return JSON.stringify(tags.map(({ Key, Value }) => [Key, Value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** Whether the tags of a stack become tags of a resource of this type. */
export function isTagged({ settings }: Scene, type: string): boolean {
  return settings.specifications.typeSpecification(type)?.tags !== undefined;
}
