import type { Where } from '../../../compiler/diff/model.js';
import type { Template } from '../../../compiler/template/template.js';
import type {
  Parameter,
  ResourceChange,
  ResourceChangeDetail,
  StackStatus,
} from '../../../deploy/api/cloudformation.js';
import type { Review } from '../../../deploy/api/report.js';
import { readTemplate } from '../../../deploy/changes/deployed.js';
import { reviewOf } from '../../../deploy/changes/review.js';
import type { WholeChangeSet } from '../../../deploy/changes/whole.js';
import type { ParameterValue } from '../../../deploy/inputs/parameters.js';
import type { Target } from '../../../deploy/inputs/target.js';

/** What a review is made from, as far as a test says it. */
export interface Reviewed {
  /** Undefined where there is no stack. */
  readonly before?: object;
  readonly after: object;
  /** What CloudFormation lists; undefined where there is no change set. */
  readonly listed?: readonly ResourceChange[];
  readonly nested?: Readonly<Record<string, readonly ResourceChange[]>>;
  readonly status?: StackStatus;
  readonly parameters?: readonly ParameterValue[];
  readonly resolved?: readonly Parameter[];
  readonly values?: Readonly<Record<string, string>>;
}

/** A template of resources, each a type, or a type and its properties. */
export function resources(
  map: Readonly<Record<string, string | readonly [type: string, properties: object, rest?: object]>>,
) {
  const all = Object.entries(map).map(([id, said]) => {
    const [type, properties, rest] = typeof said === 'string' ? [said, {}] : said;
    return [id, { Type: type, Properties: properties, ...rest }] as const;
  });
  return { Resources: Object.fromEntries(all) };
}

/** One listed change: `Modify`, with replacement and the rest. */
export function change(
  Action: ResourceChange['Action'],
  LogicalResourceId: string,
  rest: ResourceChange = {},
): ResourceChange {
  return { Action, LogicalResourceId, ...rest };
}

export function targetOf(after: object): Target {
  const template = after as Template;
  const ids = Object.keys(template.Resources);
  return {
    file: 'shop.yaml',
    stack: 'shop',
    region: undefined,
    template,
    text: JSON.stringify(template),
    tags: new Map(),
    places: new Map(ids.map((id, index) => [id, place(index + 1)])),
    graph: { nodes: ids, edges: [] },
    protect: [],
    imports: new Map(),
    compilation: { diagnostics: [], sources: new Map(), failed: false },
  };
}

function place(line: number): Where {
  const position = { offset: 0, line, column: 1 };
  return { file: 'shop.yaml', path: [], span: { start: position, end: position } };
}

export function review(said: Reviewed): Review {
  const { before, after, status = 'UPDATE_COMPLETE', parameters = [], values = {} } = said;
  const stack = { StackName: 'shop', CreationTime: new Date(0), StackStatus: status };
  return reviewOf({
    target: targetOf(after),
    region: 'eu-west-1',
    account: '123456789012',
    deployed: before && {
      stack,
      template: readTemplate(JSON.stringify(before), 'shop'),
      parameters: new Map(Object.entries(values)),
    },
    changeSet: said.listed && whole(said.listed, said.nested ?? {}, said.resolved),
    parameters,
    tags: new Map([['Team', 'shop']]),
    capabilities: [],
  });
}

function whole(
  listed: readonly ResourceChange[],
  nested: Readonly<Record<string, readonly ResourceChange[]>>,
  resolved?: readonly Parameter[],
): WholeChangeSet {
  return {
    ChangeSetId: 'arn:set',
    ...(resolved !== undefined && { Parameters: [...resolved] }),
    changes: listed.map((ResourceChange) => ({ Type: 'Resource', ResourceChange })),
    nested: new Map(Object.entries(nested).map(([id, inner]) => [id, whole(inner, {})])),
  };
}

/** Each change in one line, with all that is said of it, and its properties below. */
export function lines({ comparison }: Review): readonly string[] {
  return comparison.diff.resources.flatMap((one) => [
    [
      one.action,
      one.id,
      ...(one.action === 'modify' ? [one.replacement] : []),
      ...(one.dynamic ? ['dynamic'] : []),
      ...(one.metadataOnly ? ['metadata'] : []),
      ...(one.later ? ['later'] : []),
      ...(one.drift === undefined ? [] : [`drift ${one.drift}`]),
      ...(one.data === undefined ? [] : [`data ${one.data}`]),
      ...(one.because.length === 0
        ? []
        : [`because ${one.because.map(({ id, path }) => `${id}.${path.slice(1).join('.')}`).join(' < ')}`]),
    ].join(' '),
    ...(one.action === 'modify' ? one.properties : []).map(({ path, before, after, actual, through, replacement }) => {
      const notes = [
        replacement === 'false' ? '' : replacement,
        through && `through ${through}`,
        actual && `is ${JSON.stringify(actual)}`,
      ];
      const value =
        before === undefined && after === undefined ? '' : `: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
      return `  ${path.join('.')}${value} ${notes.filter(Boolean).join(', ')}`.trimEnd();
    }),
  ]);
}

/** A reason for a change, at a place of the properties; in place unless something else is said. */
export function detail(
  Path: string,
  rest: ResourceChangeDetail & { target?: ResourceChangeDetail['Target'] } = {},
): ResourceChangeDetail {
  const { target, ...others } = rest;
  const Name = Path.split('/')[2] as string;
  return {
    Evaluation: 'Static',
    ChangeSource: 'DirectModification',
    Target: { Attribute: 'Properties', Name, Path, RequiresRecreation: 'Never', ...target },
    ...others,
  };
}

/** What makes a new resource. */
export const again = { target: { RequiresRecreation: 'Always' } } as const;
