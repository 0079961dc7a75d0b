import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import type { GivenParameters } from '../inputs/given.js';
import { targetOf } from '../inputs/target.js';
import { answer } from '../queries/document.js';
import { lookedAt, type QueryOptions } from '../queries/target.js';
import { withThrowaway } from './rehearse/account.js';
import { beginning } from './rehearse/beginning.js';
import { rehearsed } from './rehearse/perform.js';
import { rehearsalText } from './rehearse/rehearsalText.js';
import { whereIn } from './subject.js';

export interface RehearseOptions extends QueryOptions {
  /** Whether warnings are errors. */
  readonly strict: boolean;
  readonly parameters: GivenParameters;
  /**
   * What the stack is before: `nothing`; `stack`, what it runs where the session looks; a template or blueprint.
   * Undefined: what it is in the local account, nothing where it is not there.
   */
  readonly from: string | undefined;
  /** The folder of the local account. */
  readonly folder: string;
  /** Whether to rehearse rollbacks and deletions that fail, too. */
  readonly deep: boolean;
  /** Whether each failure has a line of its own, also where several end alike. */
  readonly full: boolean;
}

/**
 * `jiml rehearse`: lets each resource fail in turn while a blueprint is deployed to a local account that is thrown away,
 * and tells how each failure ends.
 *
 * @throws Misuse, Refused, Declined, Fault
 */
export async function rehearse(options: RehearseOptions, session: Session): Promise<Outcome> {
  const { file, stack, named } = lookedAt(options, session);
  if (file === undefined) throw new Misuse('Which blueprint is rehearsed? Name a file or a folder.');
  const { target, outcome } = await targetOf(file, { stack, components: options.components, strict: options.strict });
  if (target === undefined) return outcome;
  const from = await beginning(options, session, stack);
  const { region, clock, report } = session;
  const { deep, folder, form, full, parameters } = options;
  const like = from === undefined ? folder : undefined;
  const rehearsal = await withThrowaway({ region, clock, like }, (account) =>
    rehearsed(account, {
      target,
      from,
      given: parameters,
      deep,
      subject: named,
      where: whereIn(target.places),
      report,
    }),
  );
  const { diagnostics, sources } = outcome;
  return { ...answer(form, rehearsal, (found) => rehearsalText(found, full)), diagnostics, sources };
}
