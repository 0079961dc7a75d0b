import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regionOf, somewhere } from './account.js';
import { act, blueprints, collect, coloured, components, given, type Kit, reports } from './kit.js';

/** The commands that work on blueprints and templates, and never ask CloudFormation. */
export const compiling: readonly ((kit: Kit) => void)[] = [
  check,
  compile,
  diff,
  flow,
  graph,
  fmt,
  adopt,
  explain,
  types,
  schema,
  init,
];

function check(kit: Kit): void {
  const command = kit.program.command('check').description('find every mistake in blueprints, and write nothing');
  blueprints(command).option('--strict', 'make warnings errors').addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, flags) => (await import('../compiler/commands/check.js')).check(given(args, flags)));
}

function compile(kit: Kit): void {
  const command = kit.program.command('compile').description('compile blueprints to CloudFormation templates');
  blueprints(command)
    .option('-o, --output <file>', 'write to a file, or for several blueprints to a folder')
    .option('--minify', 'leave out blanks and line ends')
    .option('--assets <folder>', 'write what is packed, for the bucket that the parameter AssetsBucket names')
    .addOption(kit.choice('--show <phase>', 'what to print', ['template', 'document', 'blueprint', 'graph']))
    .option('--strict', 'make warnings errors')
    .addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, flags) => {
    const { compile } = await import('../compiler/commands/compile.js');
    const { output, show, minify = false, assets } = flags;
    return compile({ ...given(args, flags), output, show, minify, assets });
  });
}

function diff(kit: Kit): void {
  const command = kit.program.command('diff').description('say what would change between two versions, and why');
  somewhere(components(command.argument('<side...>', 'blueprints, templates, folders, git:COMMIT[:path], stack:NAME')))
    .option('--against <side>', 'compare each with this: git:main, a folder, or stack: for what is deployed')
    .option('-P, --param <key=value>', 'the value of a parameter; can be repeated', collect)
    .option('--params <file>', 'values of parameters, as a map or as the AWS CLI has them')
    .option('--params-before <file>', 'values that were given before, where they differ')
    .addOption(kit.choice('--format <form>', 'how it is said', ['text', 'json', 'markdown', 'github', 'sarif', 'html']))
    .option('--all', 'list what only looks different, too')
    .option('--full', 'show long values whole, and what is added or removed')
    .option('--exit-code', 'end with 4 for changes, with 5 where one deletes or replaces')
    .addOption(reports(kit, '--report <form>'));
  act(kit, command, async (sides, flags) => {
    const { diff } = await import('../compiler/commands/diff.js');
    const { against, components = [], all = false, full = false, exitCode = false, format: form } = flags;
    const parameters = { pairs: flags.param ?? [], file: flags.params, fileBefore: flags.paramsBefore };
    const stacks = async (name: string | undefined, path: string) => {
      const [{ withSession }, { stackSide }] = await Promise.all([
        import('./session.js'),
        import('../deploy/queries/stackSide.js'),
      ]);
      const region = await regionOf(path === '' ? [] : [path], { stack: name });
      return withSession({ ...flags, aside: true }, region, (session) => stackSide(session, name, path));
    };
    const drawing = { form, all, full, colour: coloured(flags, process.stdout), tool: kit.tool };
    return diff({ sides, against, components, parameters, stacks, exitCode, ...drawing });
  });
}

function flow(kit: Kit): void {
  const command = kit.program.command('flow').description('print the order in which a blueprint is created');
  blueprints(command).option('--json', 'as data').addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, { json = false, ...flags }) =>
    (await import('../compiler/commands/flow.js')).flow({ ...given(args, flags), json }),
  );
}

function graph(kit: Kit): void {
  const command = kit.program.command('graph').description('draw the resources of a blueprint and what each needs');
  blueprints(command)
    .addOption(kit.choice('--format <form>', 'the form of the picture', ['svg', 'dot', 'mermaid', 'json']))
    .option('-o, --output <file>', 'write to a file, or for several blueprints to a folder')
    .option('--open', 'show the SVG in the program that the platform has for it')
    .addOption(reports(kit, '--report <form>'));
  act(kit, command, async (args, flags) => {
    const { graph } = await import('../compiler/commands/graph.js');
    const { format: picture, output } = flags;
    const open = flags.open === true ? (output ?? join(mkdtempSync(join(tmpdir(), 'jiml-')), 'graph.svg')) : undefined;
    return graph({ ...given(args, flags), picture, output, open });
  });
}

function fmt(kit: Kit): void {
  const command = kit.program.command('fmt').description('format blueprints in place, and keep their comments');
  command.argument('<blueprint...>', 'files, folders, or - to print what standard input becomes');
  command.option('--check', 'change nothing; name the files that would change, and end with 1');
  command.addOption(reports(kit, '--format <form>'));
  act(kit, command, async (blueprints, flags) =>
    (await import('../compiler/commands/fmt.js')).fmt({ blueprints, check: flags.check ?? false }),
  );
}

function adopt(kit: Kit): void {
  const command = kit.program.command('adopt').description('turn templates into blueprints that compile to them');
  components(command.argument('<template...>', 'files, folders of them, or - for standard input'))
    .option('-o, --output <file>', 'write to a file, or for several templates to a folder')
    .option('--exact', 'keep all functions as they are, rather than writing references')
    .option('--types', 'use types in place of the resources that they would become')
    .addOption(reports(kit, '--format <form>'));
  act(kit, command, async (templates, { output, exact = false, types = false, components = [] }) =>
    (await import('../compiler/commands/adopt.js')).adopt({ templates, output, exact, types, components }),
  );
}

function explain(kit: Kit): void {
  const command = kit.program.command('explain').description('explain the code of a problem, or a type');
  components(command.argument('<name>', 'a code such as unknown-property, or a type such as bucket'));
  act(kit, command, async ([name = ''], { components = [] }) =>
    (await import('../compiler/commands/explain.js')).explain({ name, components }),
  );
}

function types(kit: Kit): void {
  const command = kit.program.command('types').description('list the types that a blueprint can use');
  components(command).option('--json', 'as data');
  act(kit, command, async (_args, { components = [], json = false }) =>
    (await import('../compiler/commands/types.js')).types({ components, json }),
  );
}

function schema(kit: Kit): void {
  const command = kit.program.command('schema').description('write the JSON Schema with which editors help');
  components(command).option('-o, --output <file>', 'write to a file');
  act(kit, command, async (_args, { components = [], output }) =>
    (await import('../compiler/commands/schema.js')).schema({ components, output }),
  );
}

function init(kit: Kit): void {
  const command = kit.program.command('init').description('begin a blueprint that compiles; asks for what is not said');
  command
    .argument('[file]', 'the file to write', 'blueprint.yaml')
    .option('--name <name>', 'the name of the stack')
    .option('--region <region>', 'the region that it is for')
    .option('--type <type>', 'the type of its first resource');
  act(kit, command, async ([file = 'blueprint.yaml'], { name, region, type }) => {
    const { init } = await import('../compiler/commands/init.js');
    const ask = process.stdin.isTTY && process.stderr.isTTY ? (await import('./person.js')).question : undefined;
    return init({ file, name, region, type }, ask);
  });
}
