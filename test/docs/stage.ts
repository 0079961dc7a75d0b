import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../../compiler/compile.js';
import { cli, project, run } from '../cli/jiml.js';
import { ROOT } from '../compiler/imports.js';
import { type Block, linesOf, textOf } from './blocks.js';
import { excerptOf } from './excerpt.js';
import { partsOf } from './parts.js';

/** A folder in which the blocks of a section are played one after another, with the project's blueprints in it. */
export class Stage {
  private readonly made = project({});
  private exit = 0;
  private blueprint = '';

  /** @param document All blocks of the document. */
  constructor(private readonly document: readonly Block[]) {
    const { folder } = this.made;
    cpSync(join(ROOT, 'blueprints'), join(folder, 'blueprints'), { recursive: true });
    this.command('jiml', `exec '${process.execPath}' '${cli}' "$@"`);
    this.command('npx', 'exec "$@"');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules', 'jiml'), 'dir');
  }

  remove(): void {
    this.made.remove();
  }

  /**
   * The text that a block should have. `later` are the blocks of the section that follow it.
   *
   * @throws Where a block is neither a file or a part of one, nor commands, nor a template, nor says why it is not run; where a
   * blueprint that no command is about is wrong.
   */
  async play(block: Block, later: readonly Block[]): Promise<string> {
    const { language, said, text } = block;
    if (said.has('not-run')) return text;
    const whole = said.get('in');
    const file = said.get('file');
    if (whole !== undefined) this.find(text, whole);
    else if (file !== undefined) this.write(file, text, later);
    else if (language === 'console') return await this.console(text);
    else if (language === 'json' && said.has('show')) return this.template(block);
    else throw new Error('This is neither run nor says why (not-run="…").');
    return text;
  }

  private find(text: string, file: string): void {
    const found = this.document.some((block) => block.said.get('file') === file && block.text.includes(text));
    if (!found) throw new Error(`This is no part of ${file}.`);
  }

  private write(file: string, text: string, later: readonly Block[]): void {
    const path = join(this.made.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (!/^[^/]+\.yaml$/.test(file)) return;
    this.blueprint = file;
    if (isSpokenOf(file, later)) return;
    const { diagnostics } = this.compiled(file);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }

  private compiled(file: string) {
    const { folder } = this.made;
    return compile([{ file, text: readFileSync(join(folder, file), 'utf8') }], {}, folder);
  }

  private template({ said }: Block): string {
    const { template, diagnostics } = this.compiled(said.get('of') ?? this.blueprint);
    if (template === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return partsOf(template, said.get('show') === 'all' ? [] : (said.get('show') ?? '').split(','));
  }

  /** Runs the lines that begin with `$ `; what stands under each is its output, on both streams. */
  private async console(text: string): Promise<string> {
    const dialogue: { readonly command: string; readonly shown: string[] }[] = [];
    for (const line of linesOf(text)) {
      if (line.startsWith('$ ')) dialogue.push({ command: line.slice(2), shown: [] });
      else dialogue.at(-1)?.shown.push(line);
    }
    const played: string[] = [];
    for (const { command, shown } of dialogue) {
      const output = await this.run(command);
      played.push(`$ ${command}\n${excerptOf(output, textOf(shown))}`);
    }
    return played.join('');
  }

  private async run(command: string): Promise<string> {
    const { folder } = this.made;
    const env = { PATH: `${join(folder, '.bin')}:${process.env.PATH}` };
    const { stdout, code } = await run('sh', ['-c', `exec 2>&1; (exit ${this.exit}); ${command}`], {
      cwd: folder,
      env,
    });
    this.exit = code ?? 1;
    if (this.exit !== 0 && stdout === '') throw new Error(`"${command}" ended with ${this.exit} and said nothing.`);
    return stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`;
  }

  private command(name: string, script: string): void {
    const path = join(this.made.folder, '.bin', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }
}

/** Whether a command is about a file, before the file is written anew. */
function isSpokenOf(file: string, later: readonly Block[]): boolean {
  const again = later.findIndex(({ said }) => said.get('file') === file);
  const until = again < 0 ? later : later.slice(0, again);
  return until.some(
    ({ language, text }) =>
      language === 'console' && linesOf(text).some((line) => line.startsWith('$ ') && line.includes(file)),
  );
}
