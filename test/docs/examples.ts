/** A fenced block of a Markdown text. `first` and `last` are the lines of its fences, from 0. */
export interface Fence {
  readonly language: string;
  readonly file: string;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** The fenced blocks of a text, in their order; `file` is what the info string says, else `blueprint.yaml`. */
export function fences(markdown: string): readonly Fence[] {
  const lines = markdown.split('\n');
  const found: Fence[] = [];
  for (let first = 0; first < lines.length; first++) {
    const [, marks, language = '', info = ''] = /^(```+|~~~+)(\w*)(.*)$/.exec(lines[first] ?? '') ?? [];
    if (marks === undefined) continue;
    const last = lines.indexOf(marks, first + 1);
    if (last < 0) throw new Error(`The fence in line ${first + 1} is not closed.`);
    const text = lines
      .slice(first + 1, last)
      .map((line) => `${line}\n`)
      .join('');
    found.push({ language, file: /file=(\S+)/.exec(info)?.[1] ?? 'blueprint.yaml', text, first, last });
    first = last;
  }
  return found;
}

/** Files by path, and what the compiler says about them. */
export interface Example {
  readonly wrong: ReadonlyMap<string, string>;
  readonly output: Fence;
  /** The files of the wrong example, and on top of them those that follow the output. */
  readonly right: ReadonlyMap<string, string>;
}

/** The example of a section: the files before the `text` block, the block, the files behind it. */
export function example(markdown: string): Example | undefined {
  const all = fences(markdown);
  if (all.length === 0) return undefined;
  const at = all.findIndex(({ language }) => language === 'text');
  const output = all[at];
  if (output === undefined || at === 0 || at === all.length - 1) {
    throw new Error('A section shows a wrong example, its output as text, and a right one.');
  }
  const files = (some: readonly Fence[]) => some.map(({ file, text }) => [file, text] as const);
  return { wrong: new Map(files(all.slice(0, at))), output, right: new Map(files(all.toSpliced(at, 1))) };
}
