import type { Diff } from '../model.js';

/** How many resources are changed, and how. Each is counted once. */
export interface Counts {
  readonly add: number;
  /** That exist already and become a part of the stack. */
  readonly import: number;
  /** In place, or perhaps by a new one. */
  readonly change: number;
  readonly replace: number;
  readonly remove: number;
  /** Of those that change, the ones that may be replaced. */
  readonly perhaps: number;
  /** What is no resource. */
  readonly others: number;
}

export function count(diffs: readonly Diff[]): Counts {
  const counts = { add: 0, import: 0, change: 0, replace: 0, remove: 0, perhaps: 0, others: 0 };
  for (const { resources, sections } of diffs) {
    counts.others += sections.length;
    for (const { action, replacement } of resources) {
      if (action === 'add') counts.add++;
      else if (action === 'import') counts.import++;
      else if (action === 'remove') counts.remove++;
      else if (replacement === 'true') counts.replace++;
      else {
        counts.change++;
        if (replacement === 'conditional') counts.perhaps++;
      }
    }
  }
  return counts;
}

/** `2 to add, 1 to change, 1 to replace, 0 to delete`; what is not counted there follows. */
export function summary({ add, import: imported, change, replace, remove, perhaps, others }: Counts): string {
  if (add + imported + change + replace + remove + others === 0) return 'Nothing would change';
  const may = perhaps === 0 ? '' : ` (${perhaps} of them may be replaced)`;
  const more = others === 0 ? '' : `, and ${others} other ${others === 1 ? 'change' : 'changes'} of the template`;
  const from = imported === 0 ? '' : `, ${imported} to import`;
  return `${add} to add${from}, ${change} to change${may}, ${replace} to replace, ${remove} to delete${more}`;
}

/**
 * What a pipeline has to know: whether there are changes, and whether one deletes or replaces something. What may be
 * replaced counts as replaced, as a gate should rather ask once too often.
 */
export function verdict(diffs: readonly Diff[]): 'none' | 'changes' | 'destructive' {
  const { add, import: imported, change, replace, remove, perhaps, others } = count(diffs);
  if (replace + remove + perhaps > 0) return 'destructive';
  return add + imported + change + others > 0 ? 'changes' : 'none';
}
