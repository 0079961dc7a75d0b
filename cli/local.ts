import { act, collect, type Kit, LOCAL_FOLDER } from './kit.js';

/** The commands for the local CloudFormation itself. */
export function local(kit: Kit): void {
  const command = kit.program
    .command('local')
    .description('serve the local CloudFormation to other programs, or begin anew');
  const inner: Kit = { ...kit, program: command };
  for (const add of [serve, reset]) add(inner);
}

function serve(kit: Kit): void {
  const command = kit.program.command('serve').description("offer it on 127.0.0.1 in CloudFormation's own protocol");
  command
    .option('--port <number>', 'where; 0 for any that is free', '4566')
    .option('--fast', 'nothing takes time')
    .option('--fail <id>', 'let a resource fail: DB, DB:update; can be repeated', collect);
  act(kit, command, async (_words, flags) => {
    const { serveLocal } = await import('./serving.js');
    return serveLocal(flags);
  });
}

function reset(kit: Kit): void {
  const command = kit.program.command('reset').description('forget all stacks of the local account');
  act(kit, command, async () => {
    const [{ reset }, { outcome }] = await Promise.all([
      import('../deploy/local/reset.js'),
      import('../compiler/commands/outcome.js'),
    ]);
    reset(LOCAL_FOLDER);
    return outcome({});
  });
}
