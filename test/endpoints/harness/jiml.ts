import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Diff } from '../../../compiler/diff/model.js';
import type { Result } from '../../../deploy/api/report.js';
import { type Endpoint, region } from './endpoint.js';

const program = fileURLToPath(new URL('../../../../dist/jiml.js', import.meta.url));

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  /** The lines of standard output. */
  readonly lines: readonly string[];
  /** Standard output and errors. */
  readonly text: string;
  /** What it said would happen; undefined where it did not come so far. */
  readonly review: { readonly action: string; readonly diff: Diff } | undefined;
  /** How it said that it ended. */
  readonly result: Result | undefined;
}

/** Runs the command as a person would, against a simulator. */
export function jiml({ url }: Endpoint, folder: string, args: readonly string[], input?: string): Promise<Ran> {
  const options = { cwd: folder, env: environment(folder), timeout: 50_000, maxBuffer: 50_000_000 };
  return new Promise((resolve) => {
    const all = [program, ...args, '--endpoint-url', url, '--region', region];
    const child = execFile(process.execPath, all, options, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, lines, text: `${stdout}${stderr}`, ...told(lines) });
    });
    child.stdin?.on('error', () => {}).end(input ?? '');
  });
}

/** Nothing of the person's own configuration; and little patience with what a simulator never answers. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '2',
  };
}

type Told =
  | { readonly kind: 'review'; readonly review: NonNullable<Ran['review']> }
  | { readonly kind: 'end'; readonly result: Result };

function told(lines: readonly string[]): Pick<Ran, 'review' | 'result'> {
  const events = lines
    .filter((line) => /^\{"kind":"(?:review|end)"/.test(line))
    .map((line) => JSON.parse(line) as Told);
  const review = events.flatMap((event) => (event.kind === 'review' ? [event.review] : []))[0];
  const result = events.flatMap((event) => (event.kind === 'end' ? [event.result] : []))[0];
  return { review, result };
}
