import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Template } from '../../compiler/template/template.js';
import type { Session } from '../api/session.js';
import { deployedOf } from '../changes/deployed.js';
import { carryOut } from '../flow/deployment/carryOut.js';
import { confirmed } from '../flow/deployment/confirmed.js';
import { offered } from '../flow/deployment/offer.js';
import { prepare } from '../flow/deployment/prepare.js';
import { unchanged } from '../flow/deployment/unchanged.js';
import { shell } from '../flow/flags.js';
import { importTemplate } from '../flow/importing/template.js';
import { wanted } from '../flow/importing/wanted.js';
import { patient } from '../flow/patient.js';
import { leftOf, resourcesOf } from '../flow/resources.js';
import type { Concluded } from '../flow/result/conclude.js';
import { idle } from '../flow/result/plain.js';
import { some } from '../flow/say.js';
import { settle } from '../flow/settle.js';
import type { Work } from '../flow/work.js';
import type { Target } from '../inputs/target.js';
import { withBlueprint } from './blueprint.js';
import type { DeployOptions } from './deploy.js';

/** What `jiml import` is given. */
export interface ImportOptions extends Omit<DeployOptions, 'terminationProtection'> {
  /** `ID=identifier`, or `ID.Key=identifier`, over what the blueprint says. */
  readonly resources: readonly string[];
}

/**
 * Takes resources that exist into a stack, which is made where there is none. Nothing else of the blueprint is deployed.
 *
 * @throws Misuse, Refused; Fault
 */
export async function importResources(options: ImportOptions, session: Session): Promise<Outcome> {
  return await withBlueprint('import', options, session, (work, target) =>
    imported({ ...work, again: [work.again, ...options.resources.map(shell)].join(' ') }, target, options),
  );
}

async function imported(work: Work, target: Target, options: ImportOptions): Promise<Concluded> {
  const all = wanted(target, options.resources);
  if (all.length === 0)
    throw new Misuse('Nothing says what to import: write "import: IDENTIFIER" in resources, or ID=identifier here.');
  const { stack } = await settle(work, 'import');
  const id = stack?.StackId ?? work.stack;
  const exists =
    stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS' && stack.StackStatus !== 'DELETE_COMPLETE';
  const there = exists ? leftOf(await resourcesOf(work.session, id)) : [];
  const known = new Set(there.map(({ LogicalResourceId }) => LogicalResourceId));
  const imports = all.filter(({ LogicalResourceId }) => !known.has(LogicalResourceId));
  if (imports.length === 0) return idle(work, stack, 'All of it is in the stack already.');
  const deployed = exists ? await deployedOf(patient(work.session), id) : undefined;
  const ids = imports.map(({ LogicalResourceId = '' }) => LogicalResourceId);
  const { template, retained } = importTemplate(deployed?.template, target.template, ids);
  if (retained.length > 0) tellRetained(work, retained);
  const narrowed = { ...target, template: template as Template };
  const prepared = await prepare(work, narrowed, options, stack, { purpose: 'import', imports, template });
  const offer = await offered(work, prepared);
  if (offer.how === 'failed') return offer.concluded;
  if (offer.how === 'nothing') return await unchanged(work, false);
  await confirmed(work, offer, target, options.allow);
  const keep = options.onFailure === 'keep';
  return await carryOut(work, { ...offer, kind: 'import', keep, protection: false, target });
}

function tellRetained({ session }: Work, retained: readonly string[]): void {
  session.report({
    kind: 'note',
    text: `CloudFormation imports nothing without a DeletionPolicy: ${some(retained)} gets "Retain"; write "deletionPolicy: Retain" in the blueprint to keep it.`,
  });
}
