#!/usr/bin/env node
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command, Option } from 'commander';
import type { Outcome, OutputFile } from './compiler/commands/outcome.js';
import type { Format } from './compiler/diagnostics/render/render.js';

const exits = { done: 0, errors: 1, misuse: 2, machine: 3, changes: 4, destructive: 5, bug: 70, interrupted: 130 };

/** The flags of a command and those of `jiml` itself; each command knows which of them it has. */
// biome-ignore lint/suspicious/noExplicitAny: what a flag holds is decided where it is declared
type Flags = Readonly<Record<string, any>>;

type Work = (args: readonly string[], flags: Flags) => Promise<Outcome>;

/** What the commands are made with: commander's own, loaded only where it is needed, and the way to tell an outcome. */
interface Kit {
  readonly program: Command;
  readonly choice: (flag: string, description: string, choices: readonly string[]) => Option;
  readonly tell: (outcome: Outcome, flags: Flags, onOutput: boolean) => Promise<void>;
}

// What goes wrong with a stream is met where it is written to; without a listener it would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      await write(process.stdout, `${manifest().version}\n`);
      return exits.done;
    }
    let code = exits.done;
    const program = await commands(async (outcome, flags, onOutput) => {
      code = await finish(outcome, flags, onOutput);
    });
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return await failed(error);
  }
}

async function commands(tell: Kit['tell']): Promise<Command> {
  const [{ Command, Option }, { examplesOf }] = await Promise.all([import('commander'), import('./help.js')]);
  const program = new Command('jiml')
    .description('Compiles blueprints in YAML or JSON to CloudFormation, and finds every mistake at its line.')
    .version(manifest().version)
    .option('--color', 'colour reports, also where they are not shown in a terminal')
    .option('--no-color', 'never colour reports (nor with NO_COLOR in the environment)')
    .configureHelp({ helpWidth: Math.min(80, process.stdout.columns ?? 80), showGlobalOptions: true })
    .configureOutput({ outputError: (message, print) => print(`jiml: ${message}`) })
    .showHelpAfterError('(add --help for how it is used)')
    .exitOverride();
  const choice: Kit['choice'] = (flag, text, [first, ...others]) =>
    new Option(flag, text).choices([first as string, ...others]).default(first);
  const kit: Kit = { program, choice, tell };
  for (const add of [check, compile, diff, flow, graph, fmt, adopt, explain, types, schema, init]) add(kit);
  for (const command of [program, ...program.commands]) command.addHelpText('after', examplesOf(command.name()));
  return program;
}

function check(kit: Kit): void {
  const command = kit.program.command('check').description('find every mistake in blueprints, and write nothing');
  blueprints(command).option('--strict', 'make warnings errors').addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, flags) => (await import('./compiler/commands/check.js')).check(given(args, flags)));
}

function compile(kit: Kit): void {
  const command = kit.program.command('compile').description('compile blueprints to CloudFormation templates');
  blueprints(command)
    .option('-o, --output <file>', 'write to a file, or for several blueprints to a folder')
    .option('--minify', 'leave out blanks and line ends')
    .addOption(kit.choice('--show <phase>', 'what to print', ['template', 'document', 'blueprint', 'graph']))
    .option('--strict', 'make warnings errors')
    .addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, flags) => {
    const { compile } = await import('./compiler/commands/compile.js');
    const { output, show, minify = false } = flags;
    return compile({ ...given(args, flags), output, show, minify });
  });
}

function diff(kit: Kit): void {
  const command = kit.program.command('diff').description('say what would change between two versions, and why');
  components(command.argument('<side...>', 'blueprints, templates, folders, git:COMMIT[:path], or -'))
    .option('--against <side>', 'compare each with this: git:main, or a folder')
    .option('-P, --param <key=value>', 'the value of a parameter; can be repeated', collect)
    .option('--params <file>', 'values of parameters, as a map or as the AWS CLI has them')
    .option('--params-before <file>', 'values that were given before, where they differ')
    .addOption(kit.choice('--format <form>', 'how it is said', ['text', 'json', 'markdown', 'github', 'sarif', 'html']))
    .option('--all', 'list what only looks different, too')
    .option('--full', 'show long values whole, and what is added or removed')
    .option('--exit-code', 'end with 4 for changes, with 5 where one deletes or replaces')
    .addOption(reports(kit, '--report <form>'));
  act(kit, command, async (sides, flags) => {
    const { diff } = await import('./compiler/commands/diff.js');
    const { against, components = [], all = false, full = false, exitCode = false, format: form } = flags;
    const parameters = { pairs: flags.param ?? [], file: flags.params, fileBefore: flags.paramsBefore };
    const drawing = { form, all, full, colour: coloured(flags, process.stdout), tool: manifest() };
    return diff({ sides, against, components, parameters, exitCode, ...drawing });
  });
}

function flow(kit: Kit): void {
  const command = kit.program.command('flow').description('print the order in which a blueprint is created');
  blueprints(command).option('--json', 'as data').addOption(reports(kit, '--format <form>'));
  act(kit, command, async (args, { json = false, ...flags }) =>
    (await import('./compiler/commands/flow.js')).flow({ ...given(args, flags), json }),
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
    const { graph } = await import('./compiler/commands/graph.js');
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
    (await import('./compiler/commands/fmt.js')).fmt({ blueprints, check: flags.check ?? false }),
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
    (await import('./compiler/commands/adopt.js')).adopt({ templates, output, exact, types, components }),
  );
}

function explain(kit: Kit): void {
  const command = kit.program.command('explain').description('explain the code of a problem, or a type');
  components(command.argument('<name>', 'a code such as unknown-property, or a type such as bucket'));
  act(kit, command, async ([name = ''], { components = [] }) =>
    (await import('./compiler/commands/explain.js')).explain({ name, components }),
  );
}

function types(kit: Kit): void {
  const command = kit.program.command('types').description('list the types that a blueprint can use');
  components(command).option('--json', 'as data');
  act(kit, command, async (_args, { components = [], json = false }) =>
    (await import('./compiler/commands/types.js')).types({ components, json }),
  );
}

function schema(kit: Kit): void {
  const command = kit.program.command('schema').description('write the JSON Schema with which editors help');
  components(command).option('-o, --output <file>', 'write to a file');
  act(kit, command, async (_args, { components = [], output }) =>
    (await import('./compiler/commands/schema.js')).schema({ components, output }),
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
    const { init } = await import('./compiler/commands/init.js');
    const ask = process.stdin.isTTY && process.stderr.isTTY ? question : undefined;
    return init({ file, name, region, type }, ask);
  });
}

/** Does what a command is for, and tells what came of it. A report in a machine's form is the result of `check`. */
function act({ tell }: Kit, command: Command, work: Work): void {
  command.action(async () => {
    const flags = command.optsWithGlobals();
    await tell(await work(command.args, flags), flags, command.name() === 'check');
  });
}

function blueprints(command: Command): Command {
  return components(command.argument('<blueprint...>', 'files, folders (one blueprint each), or - for standard input'));
}

function components(command: Command): Command {
  return command.option('--components <folder>', 'a folder with more types; can be repeated', collect);
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

function coloured({ color }: Flags, stream: NodeJS.WriteStream): boolean {
  return color ?? (stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
}

function reports({ choice }: Kit, flag: string): Option {
  return choice(flag, 'how problems are reported', ['text', 'json', 'sarif', 'github']);
}

function given(blueprints: readonly string[], { components = [], strict = false }: Flags) {
  return { blueprints, components: components as readonly string[], strict: strict as boolean };
}

async function finish(outcome: Outcome, flags: Flags, onOutput: boolean): Promise<number> {
  const format: Format = flags.report ?? flags.format ?? 'text';
  const { render } = await import('./compiler/diagnostics/render/render.js');
  const stream = onOutput && format !== 'text' ? process.stdout : process.stderr;
  const colour = coloured(flags, stream);
  const { diagnostics, sources } = outcome;
  await write(stream, await render(format, diagnostics, { sources, colour, tool: manifest() }));
  for (const file of outcome.files) save(file);
  await write(process.stdout, outcome.output);
  if (outcome.open !== undefined) await (await import('./compiler/commands/show.js')).show(outcome.open);
  return outcome.failed
    ? exits.errors
    : outcome.verdict === undefined || outcome.verdict === 'none'
      ? exits.done
      : exits[outcome.verdict];
}

/** Says what stopped the program, and gives the exit code for it. */
async function failed(error: unknown): Promise<number> {
  const { name, stack, exitCode } = error as Error & { readonly exitCode?: number };
  if (name === 'CommanderError') return exitCode === 0 ? exits.done : exits.misuse;
  if (name === 'AbortError') return exits.interrupted;
  const { kind, text } = (await import('./compiler/commands/failure.js')).failure(error);
  await write(process.stderr, `jiml: ${text}\n${process.env.JIML_DEBUG === '1' ? `${stack}\n` : ''}`);
  return exits[kind];
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A reader that has seen enough (`| head`) is no failure: what is still to be written is dropped.
    const done = (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== 'EPIPE' ? reject(error) : resolve();
    if (text === '') resolve();
    else stream.write(text, done);
  });
}

function save({ path, text, fresh = false }: OutputFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: fresh ? 'wx' : 'w' });
}

function manifest(): { readonly version: string; readonly home?: string } {
  const { version, homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { version, ...(homepage === undefined ? {} : { home: homepage }) };
}

async function question(text: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  return await terminal.question(text, { signal: closed.signal }).finally(() => terminal.close());
}
