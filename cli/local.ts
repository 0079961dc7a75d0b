import { act, collect, type Kit, LOCAL_FOLDER } from './kit.js';

/** The commands for the local CloudFormation itself. */
export function local(kit: Kit): void {
  const command = kit.program
    .command('local')
    .description('serve the local CloudFormation to other programs, alter what it holds, or begin anew');
  const inner: Kit = { ...kit, program: command };
  for (const add of [serve, alter, put, reset]) add(inner);
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

function alter(kit: Kit): void {
  const command = kit.program
    .command('alter')
    .description('change a resource behind its stack, to practise with drift');
  command
    .argument('[blueprint]', "a file or folder; the current folder's only blueprint where it is not given")
    .argument('[id]', 'the logical id of the resource')
    .argument('[change...]', 'Path=Value, for instance Tags.0.Value=web; without a value it is taken away')
    .option('--remove', 'delete the resource')
    .option('--stack <name>', "the stack's name, where it is not the blueprint's")
    .option('--region <region>', "the region, where it is not the blueprint's");
  act(kit, command, async (words, flags) => (await import('./altering.js')).alter(words, flags));
}

function put(kit: Kit): void {
  const command = kit.program.command('put').description('put a file into a bucket, so that it is not empty');
  command
    .argument('<bucket>', "the bucket's name")
    .argument('<file>', 'the file')
    .option('--key <key>', 'what it is called there, where that is not its name here');
  act(kit, command, async (words, flags) => (await import('./altering.js')).put(words, flags));
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
