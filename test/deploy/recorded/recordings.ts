import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribeChangeSetOutput, StackEvent } from '../../../deploy/api/cloudformation.js';
import { ROOT } from '../../compiler/imports.js';
import { published } from '../../diff/sides.js';

/** Two templates that were deployed one after the other, and what CloudFormation answered; ids are masked. */
export interface Recording {
  readonly name: string;
  readonly before: object;
  readonly after: object;
  readonly parametersBefore: Readonly<Record<string, string>> | null;
  readonly parametersAfter: Readonly<Record<string, string>> | null;
  /** Contexts are the values that AWS's texts of JSON stand for. */
  readonly changeSets: Readonly<Record<string, DescribeChangeSetOutput>>;
  /** Of each resource and of the stack, without times; properties are values, as in contexts. */
  readonly events: Readonly<Record<string, readonly Omit<StackEvent, 'Timestamp'>[]>>;
}

/** Those that are here, and all that are published where these are at hand. */
export function recordings(): readonly Recording[] {
  const file = published('recorded-changesets.json') ?? join(ROOT, 'test', 'deploy', 'recorded', 'samples.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Why fewer are played; undefined where all are. */
export function missing(): string | undefined {
  if (published('recorded-changesets.json') !== undefined) return undefined;
  return 'play all recordings (skipped, but for some: set JIML_CORPUS to their folder)';
}

/** A change set as AWS sends it, contexts as texts of JSON. */
export function asSent({ Changes = [], ...rest }: DescribeChangeSetOutput): DescribeChangeSetOutput {
  return {
    ...rest,
    Changes: Changes.map(({ ResourceChange = {}, ...change }) => {
      const { BeforeContext, AfterContext, ...said } = ResourceChange;
      const contexts = {
        ...(BeforeContext !== undefined && { BeforeContext: JSON.stringify(BeforeContext) }),
        ...(AfterContext !== undefined && { AfterContext: JSON.stringify(AfterContext) }),
      };
      return { ...change, ResourceChange: { ...said, ...contexts } };
    }),
  };
}
