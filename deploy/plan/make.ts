import type { Stack } from '../api/cloudformation.js';
import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import type { ParameterValue } from '../inputs/parameters.js';
import { Secret } from '../inputs/secret.js';
import { digestOf, newSalt, secretHash } from './hash.js';
import type { Plan, PlannedValue } from './plan.js';

/** What a plan is made from. */
export interface PlanOptions {
  /** The version of jiml. */
  readonly jiml: string;
  /** The clock's time. */
  readonly at: number;
  readonly region: string;
  readonly account?: string | undefined;
  readonly stackName: string;
  /** The stack after the change set was made (a new one is in REVIEW_IN_PROGRESS then). */
  readonly stack: Stack | undefined;
  /** The change set's ARN; undefined where there is nothing to change. */
  readonly changeSet: string | undefined;
  /** The template as it was compiled. */
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
  /** Codes of guards that were allowed. */
  readonly allow: readonly string[];
  readonly review: Review;
}

/** A plan of what was reviewed. Secrets are in it as salted hashes only. */
export async function planOf(options: PlanOptions): Promise<Plan> {
  const { jiml, at, region, account, stackName, stack, changeSet, text, review } = options;
  const salt = newSalt();
  const changed = changedAt(stack);
  return {
    version: 1,
    jiml,
    at,
    stack: {
      name: stackName,
      ...(stack?.StackId === undefined ? {} : { id: stack.StackId }),
      region,
      ...(account === undefined ? {} : { account }),
      ...(stack?.StackStatus === undefined ? {} : { status: stack.StackStatus }),
      ...(changed === undefined ? {} : { changed }),
    },
    ...(changeSet === undefined ? {} : { changeSet }),
    template: digestOf(text),
    salt,
    parameters: await planned(options.parameters, salt),
    tags: namesOf(options.tags),
    capabilities: options.capabilities,
    allow: options.allow,
    review: portable(review),
  };
}

/** The picture of what the author wrote needs the blueprint's text, which a plan does not hold. */
function portable({ comparison: { written: _, ...comparison }, ...review }: Review): Review {
  return { ...review, comparison };
}

/** When a stack was last changed, in milliseconds since 1970. */
export function changedAt(stack: Stack | undefined): number | undefined {
  return (stack?.LastUpdatedTime ?? stack?.CreationTime)?.getTime();
}

/** What is remembered of the values of parameters. */
export async function planned(
  values: readonly ParameterValue[],
  salt: string,
): Promise<Readonly<Record<string, PlannedValue>>> {
  const map: Record<string, PlannedValue> = Object.create(null);
  for (const { name, source, value } of values) {
    if (source !== 'given' || value === undefined) map[name] = { kind: source === 'default' ? 'default' : 'previous' };
    else if (value instanceof Secret)
      map[name] = { kind: 'secret', hash: await secretHash(name, value.reveal(), salt) };
    else map[name] = { kind: 'value', value };
  }
  return map;
}

/** A map that any name can stand in. */
function namesOf(map: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const names: Record<string, string> = Object.create(null);
  for (const [name, value] of map) names[name] = value;
  return names;
}
