import { account, aside, looking, on, somewhere } from './account.js';
import { components, type Kit } from './kit.js';

/** The commands that look at stacks, and change nothing. */
export const inspecting: readonly ((kit: Kit) => void)[] = [status, outputs, resources, events, drift, list];

const BLUEPRINT = "a file or folder; the current folder's only blueprint where it is not given";

function status(kit: Kit): void {
  const command = kit.program.command('status').description('say how a stack is, and what can be done');
  account(kit, components(command.argument('[blueprint]', BLUEPRINT)));
  on(
    kit,
    command,
    async (words, flags, session) =>
      (await import('../deploy/commands/status.js')).status(looking(words, flags), session),
    aside,
  );
}

function outputs(kit: Kit): void {
  const command = kit.program.command('outputs').description('print the outputs of a stack, or the value of one');
  command.argument('[blueprint]', BLUEPRINT).argument('[key]', 'the output whose value is printed');
  account(kit, components(command), ['text', 'json', 'env', 'dotenv']);
  on(
    kit,
    command,
    async (words, flags, session) =>
      (await import('../deploy/commands/outputs.js')).outputs(looking(words, flags), session),
    aside,
  );
}

function resources(kit: Kit): void {
  const command = kit.program.command('resources').description('list the resources of a stack, or tell all of one');
  command.argument('[blueprint]', BLUEPRINT).argument('[id]', 'the logical id of one');
  account(kit, components(command))
    .option('--physical-id', 'print nothing but its physical id')
    .option('--user-data', 'print the script that it runs when it starts');
  on(
    kit,
    command,
    async (words, flags, session) => {
      const { physicalId = false, userData = false } = flags;
      const { resources } = await import('../deploy/commands/resources.js');
      return resources({ ...looking(words, flags), physicalId, userData }, session);
    },
    aside,
  );
}

function events(kit: Kit): void {
  const command = kit.program.command('events').description('tell what happened to a stack, oldest first');
  account(kit, components(command.argument('[blueprint]', BLUEPRINT)))
    .option('--follow', 'go on until what is running has ended')
    .option('--failed', 'only what failed')
    .addOption(kit.choice('--operation <which>', 'of which operation', ['last', 'all']));
  on(kit, command, async (words, flags, session) => {
    const { follow = false, failed = false, operation } = flags;
    const { events } = await import('../deploy/commands/events.js');
    return events({ ...looking(words, flags), follow, failed, operation }, session);
  });
}

function drift(kit: Kit): void {
  const command = kit.program.command('drift').description('find what was changed outside; ends with 9 where there is');
  account(kit, components(command.argument('[blueprint]', BLUEPRINT))).option(
    '--no-detect',
    'show what was found the last time',
  );
  on(
    kit,
    command,
    async (words, flags, session) => {
      const { drift } = await import('../deploy/commands/drift.js');
      return drift({ ...looking(words, flags), detect: flags.detect }, session);
    },
    aside,
  );
}

function list(kit: Kit): void {
  const command = kit.program.command('list').description('list the stacks of a region');
  somewhere(command)
    .option('--all', 'also those that were deleted in the last 90 days')
    .addOption(kit.choice('--format <form>', 'how it is told', ['text', 'json']));
  const anywhere = async () => undefined;
  on(
    kit,
    command,
    async (_words, { all = false, format: form }, session) =>
      (await import('../deploy/commands/list.js')).list({ form, all }, session),
    { ...aside, region: anywhere },
  );
}
