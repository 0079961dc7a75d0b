import { byCodeUnits } from '../../compiler/text/codeUnits.js';
import type { Stack, StackSummary } from '../api/cloudformation.js';
import { timeOf } from './age.js';
import { madeByJiml } from './author.js';
import { given } from './document.js';

/** A stack among others. */
export interface Entry {
  readonly stack: string;
  readonly stackId?: string;
  readonly status: string;
  readonly description?: string;
  readonly created?: string;
  readonly changed?: string;
  readonly deleted?: string;
  readonly drift?: string;
  readonly terminationProtection?: boolean;
  /** Whether the last change set was one of ours; left out where that is not known. */
  readonly jiml?: boolean;
  /** The id of the stack around it. */
  readonly parent?: string;
  /** The id of the outermost stack around it. */
  readonly root?: string;
}

/** A stack that is in none, and how many there are in it, of all depths. */
export interface Folded extends Omit<Entry, 'root'> {
  readonly nested: number;
}

/** What DescribeStacks says of a stack. */
export function fromStack(stack: Stack): Entry {
  const { StackName = '', StackStatus = 'UNKNOWN' as string, EnableTerminationProtection, ChangeSetId } = stack;
  return given({
    ...dates(stack),
    stack: StackName,
    status: StackStatus,
    description: stack.Description,
    terminationProtection: EnableTerminationProtection === true,
    jiml: madeByJiml(ChangeSetId),
  });
}

/** What ListStacks says of one, which is the only way to hear of deleted ones. */
export function fromSummary(stack: StackSummary): Entry {
  const { StackName = '', StackStatus = 'UNKNOWN' as string, TemplateDescription: description } = stack;
  return given({ ...dates(stack), stack: StackName, status: StackStatus, description });
}

function dates(stack: Stack | StackSummary) {
  return given({
    stackId: stack.StackId,
    created: timeOf(stack.CreationTime),
    changed: timeOf(stack.LastUpdatedTime),
    deleted: timeOf(stack.DeletionTime),
    drift: stack.DriftInformation?.StackDriftStatus,
    parent: stack.ParentId,
    root: stack.RootId,
  });
}

/** Nested stacks counted with the one that they are in; one whose outermost stack is not there stands for itself. */
export function folded(entries: readonly Entry[]): readonly Folded[] {
  const ids = new Set(entries.filter(isOutermost).flatMap(({ stackId }) => stackId ?? []));
  const within = new Map<string, number>();
  const outer: Entry[] = [];
  for (const entry of entries) {
    const { root = entry.parent } = entry;
    if (isOutermost(entry) || root === undefined || !ids.has(root)) outer.push(entry);
    else within.set(root, (within.get(root) ?? 0) + 1);
  }
  return outer
    .map(({ root: _, ...entry }) => ({ ...entry, nested: within.get(entry.stackId ?? '') ?? 0 }))
    .sort((a, b) => byCodeUnits(a.stack, b.stack) || byCodeUnits(b.created ?? '', a.created ?? ''));
}

function isOutermost({ parent, root }: Entry): boolean {
  return (parent ?? root) === undefined;
}
