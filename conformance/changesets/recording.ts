import { readFileSync } from 'node:fs';
import type { JsonMap } from '../../compiler/template/template.js';

/** A change of a resource, as a change set says it. */
export interface RecordedChange {
  readonly Action: 'Add' | 'Modify' | 'Remove';
  readonly LogicalResourceId: string;
  readonly Replacement?: 'True' | 'False' | 'Conditional';
}

/** Two templates deployed one after the other, and what CloudFormation answered. */
export interface Recording {
  readonly name: string;
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly parametersBefore?: Readonly<Record<string, string>> | null;
  readonly parametersAfter?: Readonly<Record<string, string>> | null;
  /** Whether something else was done in between. */
  readonly customStep?: boolean;
  readonly changeSets: Readonly<
    Record<string, { readonly Changes?: readonly { readonly ResourceChange?: RecordedChange }[] }>
  >;
}

/** Reads recordings from a file. @throws Where it cannot be read or is no JSON. */
export function readRecordings(file: string): readonly Recording[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const UPDATE = 'describe-change-set-2';

/** What CloudFormation said about the update; undefined where that was not recorded. */
export function recordedChanges({ changeSets }: Recording): readonly RecordedChange[] | undefined {
  const found = changeSets[UPDATE] ?? changeSets[`${UPDATE}-prop-values`];
  return found && (found.Changes ?? []).flatMap(({ ResourceChange }) => ResourceChange ?? []);
}
