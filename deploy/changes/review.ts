import { diff } from '../../compiler/diff/diff.js';
import type { Diff, Side, Where } from '../../compiler/diff/model.js';
import { isJsonMap } from '../../compiler/diff/node.js';
import { Specifications } from '../../compiler/specification/read.js';
import type { JsonMap } from '../../compiler/template/template.js';
import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import { known, type ParameterValue } from '../inputs/parameters.js';
import { MASK, Secret } from '../inputs/secret.js';
import type { Target } from '../inputs/target.js';
import type { Deployed } from './deployed.js';
import type { Secrets } from './details.js';
import { listedIn } from './listed.js';
import { merge } from './merge.js';
import type { WholeChangeSet } from './whole.js';

/** What a review is made from. */
export interface ReviewOptions {
  readonly target: Target;
  readonly region: string;
  readonly account?: string | undefined;
  /** What the stack runs now; undefined where there is none. */
  readonly deployed: Deployed | undefined;
  /** Undefined where there is no change set (nothing to change, or one that is not made yet). */
  readonly changeSet: WholeChangeSet | undefined;
  readonly parameters: readonly ParameterValue[];
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
}

/**
 * What a change set would do, as one difference: what is said of both templates, merged with what CloudFormation says,
 * which decides about actions and replacement. Nothing secret is in it.
 */
export function reviewOf(options: ReviewOptions): Review {
  const { target, region, account, changeSet, parameters, tags, capabilities } = options;
  return {
    stack: target.stack,
    region,
    ...(account === undefined ? {} : { account }),
    action: actionOf(options),
    ...(changeSet?.ChangeSetId === undefined ? {} : { changeSet: changeSet.ChangeSetId }),
    comparison: {
      before: `stack:${target.stack}`,
      after: target.file,
      ...(target.file === '-' ? {} : { file: target.file }),
      ...(target.written === undefined ? {} : { written: target.written }),
      diff: diffOf(options),
    },
    parameters: parameters.map(({ name, value, source }) => ({
      name,
      value: value === undefined || value instanceof Secret ? MASK : value,
      previous: source === 'previous',
    })),
    tags: mapOf(tags),
    capabilities,
  };
}

function actionOf({ deployed, changeSet }: ReviewOptions): Review['action'] {
  if (changeSet === undefined) return 'none';
  const changes = changeSet.changes.map(({ ResourceChange: change }) => change?.Action);
  if (changes.length > 0 && changes.every((action) => action === 'Import')) return 'import';
  return deployed === undefined || isEmpty(deployed) ? 'create' : 'update';
}

function isEmpty({ stack }: Deployed): boolean {
  return stack.StackStatus === 'REVIEW_IN_PROGRESS';
}

function diffOf(options: ReviewOptions): Diff {
  const { target, region, account, deployed, changeSet, parameters } = options;
  const specifications = new Specifications();
  const pseudo = pseudoOf(target.stack, region, account, deployed?.stack.StackId);
  const secrets = secretsOf(parameters);
  // AWS gives no secrets; an endpoint that does would make those that are kept look changed.
  const old = [...(deployed?.parameters ?? [])].filter(([name]) => !secrets.names.has(name));
  const before = sideOf(deployed?.template ?? { Resources: {} }, [...pseudo, ...old]);
  const found = new Map([...pseudo, ...known(parameters), ...resolved(changeSet)]);
  const compared = diff(before, { ...sideOf(target.template, found), places: target.places }, specifications);
  // Nothing was written before that could mean the same.
  const offline = deployed === undefined || isEmpty(deployed) ? { ...compared, same: [] } : compared;
  if (changeSet === undefined) return offline;
  const asked = { ...offline, capabilities: [...offline.capabilities, ...newWithin(options, offline)] };
  return merge(asked, listedIn(changeSet, secrets), {
    places: target.places,
    isStateful: (type) => specifications.typeSpecification(type)?.stateful === true,
  });
}

/** What only stacks within the stack need, and it did not have so far: their templates are not compared. */
function newWithin({ target, deployed, capabilities }: ReviewOptions, { capabilities: known }: Diff) {
  const had = new Set<string>([...(deployed?.stack.Capabilities ?? []), ...known.map(({ name }) => name)]);
  const { Resources } = target.template;
  const within = (id: string) => {
    const resource = Resources[id];
    return isJsonMap(resource) && resource.Type === 'AWS::CloudFormation::Stack';
  };
  return capabilities.filter(({ name, ids }) => !had.has(name) && ids.length > 0 && ids.every(within));
}

function sideOf(template: JsonMap, parameters: Iterable<readonly [string, string]>): Side {
  return { template, parameters: new Map(parameters), places: new Map<string, Where>() };
}

/** What both sides have in common. */
function pseudoOf(stack: string, region: string, account: string | undefined, id: string | undefined) {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['AWS::Region', region],
    ['AWS::AccountId', account],
    ['AWS::StackName', stack],
    ['AWS::StackId', id],
  ];
  return values.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}

/** What CloudFormation found for parameters that are looked up. */
function resolved(changeSet: WholeChangeSet | undefined): readonly (readonly [string, string])[] {
  return (changeSet?.Parameters ?? []).flatMap(({ ParameterKey: name, ResolvedValue: value }) =>
    name === undefined || value === undefined || value === MASK ? [] : [[name, value] as const],
  );
}

function secretsOf(parameters: readonly ParameterValue[]): Secrets {
  const secret = parameters.filter(({ value }) => value === undefined || value instanceof Secret);
  const texts = secret.flatMap(({ value }) => (value instanceof Secret ? [value.reveal()] : []));
  return { names: new Set(secret.map(({ name }) => name)), texts: texts.filter((text) => text !== '') };
}

/** A map that any name can stand in. */
function mapOf(map: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of map) found[name] = value;
  return found;
}
