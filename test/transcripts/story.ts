/** A command and what a person sees of it. */
export interface Step {
  /** As it is typed; what goes on in further lines, such as a file that is written, is behind line feeds. */
  readonly command: string;
  /** What it prints, on both streams. */
  readonly shown: string;
  readonly code: number;
}

/** Commands one after another in one folder, as in the files of this folder. */
export interface Story {
  /** What is said about it above the first command. */
  readonly about: string;
  readonly steps: readonly Step[];
}

const COMMAND = '$ ';
const MORE = '> ';
const CODE = /^\[(\d+)\]$/;

/**
 * Reads a story: a command stands behind `$ `, its further lines behind `> `, then comes what it prints, and at last its
 * exit code in brackets where that is not 0.
 */
export function storyOf(text: string): Story {
  const [about = '', ...steps] = text.split(/^(?=\$ )/m);
  return { about, steps: steps.map(stepOf) };
}

function stepOf(text: string): Step {
  const lines = text.replace(/\n$/, '').split('\n');
  const end = lines.findIndex((line, index) => index > 0 && !line.startsWith(MORE));
  const command = lines.slice(0, end < 0 ? undefined : end).map((line) => line.slice(COMMAND.length));
  const shown = end < 0 ? [] : lines.slice(end);
  const code = Number(CODE.exec(shown.at(-1) ?? '')?.[1] ?? 0);
  return {
    command: command.join('\n'),
    shown: (code === 0 ? shown : shown.slice(0, -1)).map((line) => `${line}\n`).join(''),
    code,
  };
}

/** The story as its file has it. */
export function textOf({ about, steps }: Story): string {
  return about + steps.map(stepText).join('');
}

function stepText({ command, shown, code }: Step): string {
  const typed = COMMAND + command.replaceAll('\n', `\n${MORE}`);
  return `${typed}\n${shown}${code === 0 ? '' : `[${code}]\n`}`;
}
