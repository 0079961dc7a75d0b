import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const cli = fileURLToPath(new URL('../../cli.js', import.meta.url));

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until it gets Ctrl-C; standard input stays open till then. */
  readonly interruptAfter?: number;
  /** Flags for node itself. */
  readonly node?: readonly string[];
}

/** Runs `jiml` with arguments, as a process of its own. */
export function jiml(args: readonly string[], { node = [], ...others }: Circumstances = {}): Promise<Ended> {
  return run(process.execPath, [...node, cli, ...args], others);
}

/** Runs any command to its end. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, stdin = '', env = {}, interruptAfter }: Circumstances,
): Promise<Ended> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(command, args, { ...(cwd === undefined ? {} : { cwd }), env: { ...inherited, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', () => {});
  if (interruptAfter === undefined) child.stdin.end(stdin);
  else setTimeout(() => child.kill('SIGINT'), interruptAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** A folder with files, and the way to be rid of it. */
export function project(files: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-test-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A component with everything that people are told about. */
export const jobs: Readonly<Record<string, string>> = {
  'components/jobs/schema.json': JSON.stringify({
    description: 'A queue of jobs.',
    type: 'object',
    additionalProperties: false,
    required: ['delay'],
    properties: {
      delay: { description: 'How long a job waits before it is shown.', type: 'integer', minimum: 0 },
      fifo: { description: 'Whether jobs keep their order.', type: 'boolean', default: false },
    },
  }),
  'components/jobs/template.yaml': [
    'resources:',
    '  self:',
    '    type: AWS::SQS::Queue',
    '    config:',
    '      DelaySeconds: $delay',
    '      FifoQueue: $fifo',
    'attributes:',
    '  url: $self',
    '',
  ].join('\n'),
  'components/jobs/README.md':
    '# jobs\n\n## Attributes\n\n| name | meaning |\n|---|---|\n| `url` | where jobs are sent |\n',
  'components/jobs/examples/simple.yaml':
    'name: example\nresources:\n  # the only one\n  - id: Jobs\n    type: jobs\n    config: { delay: 5 }\n',
};
