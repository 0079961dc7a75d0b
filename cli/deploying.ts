import { type Asking, account, looking, on, regionOf } from './account.js';
import { blueprintIn, changeSet, changing, consent, deployment, ids, inputs, misuse, simulated } from './deployment.js';
import { collect, components, type Flags, type Kit, LOCAL_FOLDER } from './kit.js';

/** The commands that change a stack, or say how it would be changed. */
export const deploying: readonly ((kit: Kit) => void)[] = [
  deploy,
  plan,
  destroy,
  rollback,
  continueRollback,
  cancel,
  importResources,
  protect,
  rehearse,
];

const BLUEPRINT = "a file, a folder, or -; the current folder's only blueprint where it is not given";

/** For commands that need a whole blueprint: its region counts, also where --stack says another name. */
const whole = {
  region: async (words: readonly string[], flags: Flags) =>
    regionOf(flags.plan !== undefined || words[0] === '-' ? words : [(await blueprintIn(words)).blueprint], flags),
};

function deploy(kit: Kit): void {
  const command = kit.program.command('deploy').description('create or update a stack: review, confirm, execute');
  command.argument('[blueprint]', BLUEPRINT).option('--plan <file>', 'execute what jiml plan --out kept, nothing else');
  changing(kit, changeSet(kit, inputs(command)));
  command
    .option('--allow <code>', 'let a guard through: replace:DB, delete:*, widen:Web; can be repeated', collect)
    .option('--termination-protection', 'refuse to delete the stack from now on');
  on(
    kit,
    command,
    async (words, flags, session) => {
      const { plan, terminationProtection } = flags;
      if (plan !== undefined) {
        if (words[0] !== undefined) throw await misuse(`The plan says what is deployed: leave "${words[0]}" out.`);
        const { execute } = await import('../deploy/commands/execute.js');
        return execute({ ...(await consent(flags)), plan }, session);
      }
      const { deploy } = await import('../deploy/commands/deploy.js');
      return deploy({ ...(await deployment(words, flags)), ...(await consent(flags)), terminationProtection }, session);
    },
    whole,
  );
}

function plan(kit: Kit): void {
  const command = kit.program.command('plan').description('show what deploying would do, and keep it for later');
  command
    .argument('[blueprint]', BLUEPRINT)
    .option('--out <file>', 'keep the change set, and write what jiml deploy --plan needs')
    .option('--exit-code', 'end with 4 for changes, with 5 where one deletes or replaces');
  account(kit, simulated(changeSet(kit, inputs(command))));
  command.option('--allow <code>', 'what deploying may do: replace:DB, delete:*, widen:Web', collect);
  on(
    kit,
    command,
    async (words, flags, session) => {
      const { out, exitCode = false } = flags;
      const { plan } = await import('../deploy/commands/plan.js');
      return plan({ ...(await deployment(words, flags)), out, exitCode, version: kit.tool.version }, session);
    },
    whole,
  );
}

function destroy(kit: Kit): void {
  const command = kit.program.command('destroy').description('delete a stack: show what goes and what stays, then ask');
  changing(kit, components(command.argument('[blueprint]', BLUEPRINT)))
    .option('--retain <ids>', 'keep resources that will not be deleted (A,B); can be repeated', ids)
    .option('--empty-buckets', 'delete all objects in its buckets first, versions too')
    .option('--allow <code>', 'let a guard through: delete:DB; can be repeated', collect);
  on(kit, command, async (words, flags, session) => {
    const { retain = [], emptyBuckets = false, allow = [] } = flags;
    const { destroy } = await import('../deploy/commands/destroy.js');
    return destroy({ ...looking(words, flags), ...(await consent(flags)), retain, emptyBuckets, allow }, session);
  });
}

function rollback(kit: Kit): void {
  const command = kit.program.command('rollback').description('bring a stack whose deployment failed back to before');
  changing(kit, components(command.argument('[blueprint]', BLUEPRINT)));
  on(kit, command, async (words, flags, session) => {
    const { rollback } = await import('../deploy/commands/rollback.js');
    return rollback({ ...looking(words, flags), ...(await consent(flags)) }, session);
  });
}

function continueRollback(kit: Kit): void {
  const command = kit.program.command('continue').description('go on with a rollback that failed');
  changing(kit, components(command.argument('[blueprint]', BLUEPRINT))).option(
    '--skip <ids>',
    'leave resources as they are (A,B); can be repeated',
    ids,
  );
  on(kit, command, async (words, flags, session) => {
    const { continueRollback } = await import('../deploy/commands/continue.js');
    const { skip = [] } = flags;
    return continueRollback({ ...looking(words, flags), ...(await consent(flags)), skip }, session);
  });
}

function cancel(kit: Kit): void {
  const command = kit.program.command('cancel').description('stop an update that is running, and roll it back');
  changing(kit, components(command.argument('[blueprint]', BLUEPRINT)));
  on(kit, command, async (words, flags, session) => {
    const { cancel } = await import('../deploy/commands/cancel.js');
    return cancel({ ...looking(words, flags), ...(await consent(flags)) }, session);
  });
}

function importResources(kit: Kit): void {
  const command = kit.program.command('import').description('take resources that exist already into a stack');
  command
    .argument('[blueprint]', BLUEPRINT)
    .argument('[resource...]', 'ID=identifier, or ID.Key=identifier where it has several');
  changing(kit, changeSet(kit, inputs(command)));
  on(
    kit,
    command,
    async (words, flags, session) => {
      const { importResources } = await import('../deploy/commands/import.js');
      const { blueprint, rest } = await blueprintIn(words);
      const options = { ...(await deployment([blueprint], flags)), ...(await consent(flags)) };
      return importResources({ ...options, resources: rest }, session);
    },
    whole,
  );
}

function protect(kit: Kit): void {
  const command = kit.program.command('protect').description('refuse to delete a stack, until it is said otherwise');
  account(kit, components(command.argument('[blueprint]', BLUEPRINT))).option('--off', 'let it be deleted again');
  on(kit, command, async (words, flags, session) => {
    const { protect } = await import('../deploy/commands/protect.js');
    return protect({ ...looking(words, flags), off: flags.off ?? false }, session);
  });
}

function rehearse(kit: Kit): void {
  const command = kit.program.command('rehearse').description('let each resource fail once, and tell how that ends');
  account(kit, inputs(command.argument('[blueprint]', BLUEPRINT)))
    .option('--from <what>', 'what is there before: a blueprint, a template, nothing, or stack for what is deployed')
    .option('--deep', 'let what is rolled back fail, too')
    .option('--full', 'a line for each failure, also where several end alike');
  const work: Asking = async (words, flags, session) => {
    const { from, deep = false, full = false, strict = false } = flags;
    const { parameters } = await deployment(words, flags);
    const { rehearse } = await import('../deploy/commands/rehearse.js');
    return rehearse({ ...looking(words, flags), strict, parameters, from, folder: LOCAL_FOLDER, deep, full }, session);
  };
  on(kit, command, work, {
    flags: (flags) => ({ ...flags, aside: true, local: flags.from !== 'stack' || flags.local }),
  });
}
