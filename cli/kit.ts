import type { Command, Option } from 'commander';
import type { Outcome } from '../compiler/commands/outcome.js';

/** Where the local CloudFormation keeps its state, below the folder that jiml is called in. */
export const LOCAL_FOLDER = '.jiml/local';

/** The flags of a command and those of `jiml` itself; each command knows which of them it has. */
// biome-ignore lint/suspicious/noExplicitAny: what a flag holds is decided where it is declared
export type Flags = Readonly<Record<string, any>>;

export type Work = (args: readonly string[], flags: Flags) => Promise<Outcome>;

/** What the commands are made with: commander's own, loaded only where it is needed, and the way to tell an outcome. */
export interface Kit {
  readonly program: Command;
  /** A flag with a closed list of values, the first of which counts where it is not given. */
  readonly choice: (flag: string, description: string, choices: readonly string[]) => Option;
  /** A flag with a closed list of values, and none where it is not given. */
  readonly option: (flag: string, description: string, choices: readonly string[]) => Option;
  readonly tell: (outcome: Outcome, flags: Flags, onOutput: boolean) => Promise<void>;
  /** What `jiml` is called in reports. */
  readonly tool: { readonly version: string; readonly home?: string };
}

/** Does what a command is for, and tells what came of it. A report in a machine's form is the result of `check`. */
export function act({ tell }: Kit, command: Command, work: Work): void {
  command.action(async () => {
    const flags = command.optsWithGlobals();
    await tell(await work(command.args, flags), flags, command.name() === 'check');
  });
}

/** A command that takes blueprints. */
export function blueprints(command: Command): Command {
  return components(command.argument('<blueprint...>', 'files, folders (one blueprint each), or - for standard input'));
}

/** A command that looks up types. */
export function components(command: Command): Command {
  return command.option('--components <folder>', 'a folder with more types; can be repeated', collect);
}

/** Keeps the values of a flag that can be repeated. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

/** Whether what is written there is coloured (https://no-color.org). */
export function coloured({ color }: Flags, stream: NodeJS.WriteStream): boolean {
  return color ?? (stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
}

/** The flag for the form of reports. */
export function reports({ choice }: Kit, flag: string): Option {
  return choice(flag, 'how problems are reported', ['text', 'json', 'sarif', 'github']);
}

/** What commands that take blueprints are given. */
export function given(blueprints: readonly string[], { components = [], strict = false }: Flags) {
  return { blueprints, components: components as readonly string[], strict: strict as boolean };
}
