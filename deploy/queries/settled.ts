import type { Stack } from '../api/cloudformation.js';
import { Declined } from '../api/declined.js';
import type { Session } from '../api/session.js';
import { jitter, untilNews } from '../flow/pace.js';
import { fill } from '../flow/say.js';
import { stackOf } from '../flow/stack.js';
import type { Verb } from '../flow/states/decision.js';
import { decisionOf } from '../flow/states/states.js';
import { absent, idOf } from './stack.js';

/**
 * Waits until a stack is in a state in which something can be done with it.
 *
 * @param named How the stack is named in a command that speaks of it again.
 * @throws Declined where it comes to one in which that cannot be done; Fault, also where it is gone.
 */
export async function settled(session: Session, verb: Verb, found: Stack, named: string): Promise<Stack> {
  const { clock } = session;
  const [stackId, started] = [idOf(found), clock.now()];
  for (let stack = found; ; ) {
    const decision = decisionOf(verb, stack.StackStatus);
    const { StackName: name = '', StackStatus: status = '' } = stack;
    const say = (text: string) => fill(text, { stack: name, subject: named }, status);
    if (decision.do === 'refuse') throw new Declined(say(decision.text), decision.next.map(say));
    if (decision.do === 'absent') throw absent(session, name);
    if (decision.do !== 'wait') return stack;
    if (stack === found) session.report({ kind: 'step', text: `waiting for what goes on (${status})` });
    await clock.sleep(jitter(untilNews(clock.now() - started), clock.now()));
    const next = await stackOf(session, stackId);
    if (next === undefined) throw absent(session, name);
    stack = next;
  }
}
