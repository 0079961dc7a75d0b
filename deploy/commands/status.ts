import type { Outcome } from '../../compiler/commands/outcome.js';
import { isAbsent } from '../api/fault.js';
import type { Session } from '../api/session.js';
import { everyPage } from '../flow/pages.js';
import { answer } from '../queries/document.js';
import { withoutSecrets } from '../queries/hidden.js';
import { overviewOf } from '../queries/overview.js';
import { overviewText } from '../queries/overviewText.js';
import { findStack, idOf } from '../queries/stack.js';
import { lookedAt, type QueryOptions } from '../queries/target.js';

/** `jiml status`: a stack in a glance. @throws Misuse, Fault */
export async function status(options: QueryOptions, session: Session): Promise<Outcome> {
  const { region, clock } = session;
  const { stack: name, named } = lookedAt(options, session);
  const found = await findStack(session, name);
  const asked = { StackName: idOf(found) };
  const [stack, changeSets, resources] = await Promise.all([
    withoutSecrets(session, found, asked.StackName),
    unlessAbsent(everyPage(session, 'ListChangeSets', asked, ({ Summaries }) => Summaries)),
    unlessAbsent(everyPage(session, 'ListStackResources', asked, (page) => page.StackResourceSummaries)),
  ]);
  return answer(options.form, overviewOf({ stack, region, named, changeSets, resources }), (overview) =>
    overviewText(overview, clock.now()),
  );
}

/** Of a stack that was deleted some of it is not known any more. */
async function unlessAbsent<T>(asking: Promise<readonly T[]>): Promise<readonly T[]> {
  return await asking.catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
}
