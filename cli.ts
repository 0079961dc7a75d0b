#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Argument, Command } from 'commander';
import type { Flags, Kit } from './cli/kit.js';
import type { Outcome, OutputFile } from './compiler/commands/outcome.js';
import type { Format } from './compiler/diagnostics/render/render.js';

/** The exit codes, by how a command ended; README.md and docs/deploying.md say what each means. */
const exits = {
  done: 0,
  none: 0,
  errors: 1,
  misuse: 2,
  machine: 3,
  changes: 4,
  destructive: 5,
  refused: 6,
  'rolled-back': 7,
  stuck: 8,
  drifted: 9,
  'timed-out': 3,
  bug: 70,
  interrupted: 130,
};

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
  const [{ Command, Option }, { examplesOf }, { compiling }, { deploying }, { inspecting }, { local }] =
    await Promise.all([
      import('commander'),
      import('./cli/help.js'),
      import('./cli/compiling.js'),
      import('./cli/deploying.js'),
      import('./cli/inspecting.js'),
      import('./cli/local.js'),
    ]);
  const program = new Command('jiml')
    .description('Compiles blueprints in YAML or JSON to CloudFormation, shows what a change would do, and deploys it.')
    .version(manifest().version)
    .option('--color', 'colour reports, also where they are not shown in a terminal')
    .option('--no-color', 'never colour reports (nor with NO_COLOR in the environment)')
    .configureHelp({
      helpWidth: Math.min(80, process.stdout.columns ?? 80),
      minWidthToWrap: 20,
      showGlobalOptions: true,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(worded)].join(' '),
    })
    .configureOutput({ outputError: (message, print) => print(`jiml: ${message}`) })
    .showHelpAfterError('(add --help for how it is used)')
    .exitOverride();
  const option: Kit['option'] = (flag, text, choices) => new Option(flag, text).choices(choices);
  const choice: Kit['choice'] = (flag, text, choices) => option(flag, text, choices).default(choices[0]);
  const kit: Kit = { program, choice, option, tell, tool: manifest() };
  for (const add of [...compiling, ...deploying, ...inspecting, local]) add(kit);
  for (const command of [program, ...program.commands]) command.addHelpText('after', examplesOf(command.name()));
  return program;
}

function worded(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

async function finish(outcome: Outcome, flags: Flags, onOutput: boolean): Promise<number> {
  const format: Format = flags.report ?? flags.format ?? 'text';
  const { render } = await import('./compiler/diagnostics/render/render.js');
  const stream = onOutput && format !== 'text' ? process.stdout : process.stderr;
  const { coloured } = await import('./cli/kit.js');
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
  const { deployFailure } = await import('./deploy/api/failure.js');
  const { kind, text } = deployFailure(error) ?? (await import('./compiler/commands/failure.js')).failure(error);
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

function save({ path, text, bytes, fresh = false }: OutputFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes ?? text, { flag: fresh ? 'wx' : 'w' });
}

function manifest(): { readonly version: string; readonly home?: string } {
  const { version, homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { version, ...(homepage === undefined ? {} : { home: homepage }) };
}
