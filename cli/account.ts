import type { Command } from 'commander';
import type { Outcome } from '../compiler/commands/outcome.js';
import type { Session } from '../deploy/api/session.js';
import type { Flags, Kit } from './kit.js';

/** What a command does with the account and region that it is for. */
export type Asking = (words: readonly string[], flags: Flags, session: Session) => Promise<Outcome>;

/** The flags of every command that asks CloudFormation: which stack, where, and how that is told. */
export function account({ choice }: Kit, command: Command, forms: readonly string[] = ['text', 'json']): Command {
  return somewhere(command)
    .option('--stack <name>', "the stack's name or id, where it is not the blueprint's")
    .addOption(choice('--format <form>', 'how it is told', forms));
}

/** The flags that say which CloudFormation is asked. */
export function somewhere(command: Command): Command {
  return command
    .option('--local', 'ask the local CloudFormation, which needs no account')
    .option('--region <region>', "the region, where the blueprint and AWS's configuration say none")
    .option('--profile <name>', "a profile of AWS's configuration")
    .option('--endpoint-url <url>', "where CloudFormation is asked, in place of AWS's own address");
}

/** In what a command differs from others that ask CloudFormation. */
interface Ways {
  /** What stands for the flags that were given. */
  readonly flags?: (given: Flags) => Flags;
  /** The region that its words say. */
  readonly region?: (words: readonly string[], flags: Flags) => Promise<string | undefined>;
}

/** For commands that print one document: what is told meanwhile goes to standard error, in words. */
export const aside: Ways = { flags: (given) => ({ ...given, aside: true }) };

/** Does what a command is for in the account and region that its flags and its blueprint say. */
export function on({ tell }: Kit, command: Command, ask: Asking, ways: Ways = {}): void {
  command.action(async () => {
    const given = command.optsWithGlobals();
    const flags = ways.flags?.(given) ?? given;
    const events = flags.format === 'json' && flags.aside !== true;
    const work = () => asked(command.args, flags, ask, ways.region ?? regionOf, events);
    const outcome = events ? await (await import('./ending.js')).toldToItsEnd(work) : await work();
    // What is found is told in words, or was told as events.
    await tell(events ? { ...outcome, diagnostics: [] } : outcome, { ...flags, format: 'text' }, false);
  });
}

async function asked(
  words: readonly string[],
  flags: Flags,
  ask: Asking,
  region: NonNullable<Ways['region']>,
  events: boolean,
): Promise<Outcome> {
  const [{ withSession }, where] = await Promise.all([import('./session.js'), region(words, flags)]);
  return await withSession(flags, where, async (session) => {
    const outcome = await ask(words, flags, session);
    if (events) for (const diagnostic of outcome.diagnostics) session.report({ kind: 'diagnostic', diagnostic });
    return outcome;
  });
}

/** The region that a blueprint says, or a plan. Standard input is left to the command, as it can be read only once. */
export async function regionOf(words: readonly string[], { stack, plan }: Flags): Promise<string | undefined> {
  if (plan !== undefined) return (await (await import('../deploy/plan/file.js')).readPlan(plan)).stack.region;
  if (words[0] === '-') return undefined;
  return (await import('../deploy/inputs/name.js')).stackNameOf(words, { stack }).region;
}

/** What commands that look at a stack are given. */
export function looking(words: readonly string[], { stack, components = [], format }: Flags) {
  return { words, stack, components, form: format };
}
