/** A fenced block of a Markdown text, grown where it says so. `first` and `last` are the lines of its fences, from 0. */
export interface Fence {
  readonly language: string;
  readonly file: string;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/**
 * The fenced blocks of a text, in their order; `file` is what the info string says, else `blueprint.yaml`. With
 * `times=501` in the info string, what would be too long to show is made of the block, see `grown`.
 */
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
    const times = Number(/times=(\d+)/.exec(info)?.[1] ?? 1);
    const file = /file=(\S+)/.exec(info)?.[1] ?? 'blueprint.yaml';
    found.push({ language, file, text: grown(text, times), first, last });
    first = last;
  }
  return found;
}

/**
 * A line with `‹n›` stands for so many lines, numbered from 1, with the next number at `‹n+1›`; any other `‹text›` for
 * the text so many times.
 */
export function grown(text: string, times: number): string {
  const numbered = text.replaceAll(/^.*‹n›.*\n/gm, (line) =>
    Array.from({ length: times }, (_, index) =>
      line.replaceAll('‹n›', String(index + 1)).replaceAll('‹n+1›', String(index + 2)),
    ).join(''),
  );
  return numbered.replaceAll(/‹([^‹›]+)›/g, (_, repeated: string) => repeated.repeat(times));
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
