import type { CreateChangeSetInput } from '../../api/cloudformation.js';
import { changesOf, type Foreseen } from '../changes/changes.js';
import { problemIn } from '../changes/problem.js';
import { Chance } from '../resources/hash.js';
import type { Site } from '../stacks/site.js';
import type { ChangeSetState, Import } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import { accountFindings, propertyFindings, verdictOn } from './findings.js';

/** How long working out a change set takes, in milliseconds. */
const DURATION = 900;

const NOTHING =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** What a change set is made of. */
export interface Making {
  readonly input: CreateChangeSetInput;
  readonly name: string;
  readonly type: ChangeSetState['type'];
  readonly spec: Spec;
  readonly before: Spec | undefined;
  readonly imports: readonly Import[];
  /** Of a nested stack's: the one that it is a part of, and the outermost. */
  readonly within?: ChangeSetState['within'];
}

/** Works out a change set. @throws Fault */
export function makeChangeSet({ scene, region }: Site, stack: StackState, making: Making): ChangeSetState {
  const { input, name, type, spec, before, imports, within } = making;
  const { account, partition, fast } = scene.settings;
  const number = String(scene.unit.account.counter++);
  scene.unit.changed('account');
  const uuid = new Chance('change set', stack.id, name, number).uuid();
  const asked = {
    reverting: input.DeploymentMode === 'REVERT_DRIFT',
    existing: input.ImportExistingResources === true,
  };
  const problem = problemIn(scene, stack, spec);
  const wrong = input.DisableValidation === true || problem !== undefined ? [] : propertyFindings(scene, stack, spec);
  const foreseen =
    wrong.length > 0 || problem !== undefined ? EMPTY : changesOf(scene, stack, before, spec, { imports, ...asked });
  checkImportOnly(type, foreseen);
  const findings =
    input.DisableValidation === true || wrong.length > 0 ? wrong : accountFindings(scene, stack, spec, foreseen);
  return {
    ...{ name, type, spec, findings, created: scene.now },
    imports: [...imports, ...foreseen.imports],
    id: `arn:${partition}:cloudformation:${region}:${account}:changeSet/${name}/${uuid}`,
    ready: scene.now + (fast ? 0 : DURATION),
    ...verdictOf(problem ?? verdictOn(findings), foreseen),
    changes: foreseen.changes,
    ...(input.Description !== undefined && { description: input.Description }),
    ...(input.OnStackFailure !== undefined && { onStackFailure: input.OnStackFailure }),
    ...(input.ImportExistingResources === true && { importExisting: true }),
    ...(input.DeploymentMode === 'REVERT_DRIFT' && { revertDrift: true }),
    ...(input.IncludeNestedStacks === true && { nested: true }),
    operation: new Chance('operation', uuid).uuid(),
    ...(input.ClientToken !== undefined && { token: input.ClientToken }),
    request: requestOf(input),
    ...(within !== undefined && { within }),
  };
}

/** What tells one request from another. */
export function requestOf(input: CreateChangeSetInput): string {
  return new Chance('request', JSON.stringify(input)).uuid();
}

const EMPTY: Foreseen = { changes: [], imports: [], nothing: false };

/** @throws Fault where something else is to change than what is imported. */
function checkImportOnly(type: ChangeSetState['type'], { changes }: Foreseen): void {
  const others = changes.filter(({ action }) => action !== 'Import').map(({ id }) => id);
  if (type !== 'IMPORT' || others.length === 0) return;
  throw refusal(
    `You have modified resources [${others.join(', ')}] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`,
  );
}

function verdictOf(
  problem: string | undefined,
  { nothing }: Foreseen,
): Pick<ChangeSetState, 'status' | 'execution' | 'reason'> {
  const reason = problem ?? (nothing ? NOTHING : undefined);
  if (reason === undefined) return { status: 'CREATE_COMPLETE', execution: 'AVAILABLE' };
  return { status: 'FAILED', execution: 'UNAVAILABLE', reason };
}
